import { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import { readQuantity, units } from '#app/domain/listings/quantity.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'

type Lot = { unit: Unit; total: number; held: number; collected: number; written_off: number; min_claim: number }

/** The form as a claim's ask, quantities read in the lot's own unit; or a sentence for each field. */
export async function readClaim(request: Request, lot: Lot, locale: Locale) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const days = form.getAll('days').map(String)
  const typed = {
    wanted: text('wanted'),
    least: text('least'),
    transport: text('transport'),
    purpose: text('purpose'),
    behalf: text('behalf'),
    days: days.join(','),
  }

  const wanted = readQuantity(typed.wanted, lot.unit)
  const least = typed.least.trim() === '' ? wanted : readQuantity(typed.least, lot.unit)
  const errors: FieldErrors = {}
  if (wanted.problem) errors['wanted'] = sentence(wanted, lot.unit)
  if (least.problem) errors['least'] ??= sentence(least, lot.unit)
  const parsed = ClaimAsk.safeParse({
    qty_wanted: wanted.problem ? 1 : wanted.value,
    qty_min: least.problem ? 1 : least.value,
    days,
    transport: typed.transport,
    purpose: typed.purpose,
    organisation_id: typed.behalf || null,
  })
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message
  if (!wanted.problem) Object.assign(errors, tooMuch(wanted.value, lot, locale))
  if (!wanted.problem && !least.problem && least.value > wanted.value)
    errors['least'] ??= `errors.at-most?max=${typed.wanted}`
  return parsed.success && Object.keys(errors).length === 0 ? { value: parsed.data, typed } : { errors, typed }
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
