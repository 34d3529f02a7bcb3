import { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { readQuantity, units } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'

type Lot = { unit: Unit; total: number; held: number; collected: number; written_off: number; min_claim: number }
type Typed = ReturnType<typeof typedOf>

/** The form as a claim's ask, quantities read in the lot's own unit; or a sentence for each field. */
export async function readClaim(request: Request, lot: Lot, locale: Locale) {
  const typed = typedOf(await request.formData())
  const wanted = readQuantity(typed.wanted, lot.unit)
  const least = leastOf(typed, wanted, lot)
  const errors: FieldErrors = {}
  if (wanted.problem) errors['wanted'] = sentence(wanted, lot.unit)
  if (least.problem && typed.less === '1') errors['least'] = sentence(least, lot.unit)
  const parsed = ClaimAsk.safeParse({
    qty_wanted: wanted.problem ? 1 : wanted.value,
    qty_min: least.problem ? 1 : least.value,
    days: typed.days.split(',').filter(Boolean),
    transport: typed.transport,
    purpose: typed.purpose,
    draw_word: typed.draw_word,
    ...behalfOf(typed.behalf),
    seen_rule: typed.seen_rule || undefined,
    seen_revised_at: typed.seen_revised_at || undefined,
  })
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message
  if (!wanted.problem) Object.assign(errors, tooMuch(wanted.value, lot, locale))
  if (!wanted.problem && !least.problem && least.value > wanted.value)
    errors['least'] ??= `errors.at-most?max=${typed.wanted}`
  return parsed.success && Object.keys(errors).length === 0 ? { value: parsed.data, typed } : { errors, typed }
}

/** 'hub:' and an id is a hub's stock; another id an organisation; nothing the member themself. */
function behalfOf(behalf: string) {
  const hub = /^hub:(.+)$/.exec(behalf)?.[1]
  return hub === undefined ? { organisation_id: behalf || null } : { organisation_id: null, hub_id: hub }
}

function typedOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    wanted: text('wanted'),
    less: text('less'),
    least: text('least'),
    transport: text('transport'),
    purpose: text('purpose'),
    draw_word: text('draw_word'),
    behalf: text('behalf'),
    seen_rule: text('seen_rule'),
    seen_revised_at: text('seen_revised_at'),
    days: form.getAll('days').map(String).join(','),
  }
}

/** All or nothing, unless less will do too; then whatever the donor gives at least, unless a number says otherwise. */
function leastOf({ less, least }: Typed, wanted: ReturnType<typeof readQuantity>, lot: Lot) {
  if (less !== '1' || wanted.problem) return wanted
  return least.trim() === ''
    ? { ...wanted, value: Math.min(lot.min_claim, wanted.value) }
    : readQuantity(least, lot.unit)
}

function sentence(read: ReturnType<typeof readQuantity>, unit: Unit) {
  return read.problem ? numberMessage(read, units[unit].symbol, units[unit].decimals) : ''
}

function tooMuch(wanted: number, lot: Lot, locale: Locale): FieldErrors {
  const { format } = translator(locale)
  const promised = lot.total - lot.collected - lot.written_off
  const quantity = (amount: number) => encodeURIComponent(format.quantity(amount, lot.unit))
  if (wanted > promised) return { wanted: `claims.refusals.too-many-asked?quantity=${quantity(promised)}` }
  return wanted < lot.min_claim ? { wanted: `errors.at-least?min=${quantity(lot.min_claim)}` } : {}
}
