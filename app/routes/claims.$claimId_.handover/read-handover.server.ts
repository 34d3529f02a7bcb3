import { HandoverAsk } from '#app/domain/handovers/handover-ask.ts'
import { readQuantity, type Unit, units } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'

const fields = [
  'code',
  'quantity',
  'weight',
  'tare',
  'grade',
  'device',
  'condition',
  'note',
  'idempotency_key',
] as const
type Typed = Record<(typeof fields)[number], string>

/** The form as what was handed over, its numbers read as people write them; or a sentence for each field. */
export function readHandover(form: FormData, claim: { unit: Unit; qty: number }, locale: Locale, hasProof: boolean) {
  const typed = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')])) as Typed
  const errors: FieldErrors = {}
  const quantity = readNumber(errors, 'quantity', typed.quantity, claim.unit)
  const grams = readMass(errors, typed)
  const { idempotency_key, code, condition, note, device } = typed
  const mass = { grade: typed.grade, typ_g: grams.net, tare_g: grams.tare }
  const parsed = HandoverAsk.safeParse({
    code,
    quantity,
    condition,
    note,
    device,
    idempotency_key,
    ...mass,
    ...sentLater(form),
    photo_hash: null,
  })
  if (code.trim() === '' && !hasProof) errors['code'] = 'handovers.entry.errors.code-or-photo'
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message
  if (quantity > claim.qty) {
    const most = encodeURIComponent(translator(locale).format.quantity(claim.qty, claim.unit))
    errors['quantity'] ??= `handovers.entry.errors.more-than-promised?quantity=${most}`
  }
  return parsed.success && Object.keys(errors).length === 0 ? { value: parsed.data, typed } : { errors, typed }
}

/** What a phone that had no network adds. */
function sentLater(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '') || undefined
  const tries = text('wrong_tries')
  return {
    happened_at: text('happened_at'),
    sent_at_phone: text('sent_at_phone'),
    wrong_tries: tries === undefined ? undefined : Number(tries),
  }
}

function readMass(errors: FieldErrors, { grade, weight, tare }: Typed) {
  if (grade === 'E') return { net: null, tare: 0 }
  if (weight.trim() === '') errors['weight'] = 'handovers.entry.errors.weight-missing'
  const gross = readNumber(errors, 'weight', weight, 'g')
  const empty = ['', '0'].includes(tare.trim()) ? 0 : readNumber(errors, 'tare', tare, 'g')
  if (gross > 0 && empty >= gross && !errors['weight']) errors['tare'] ??= 'handovers.entry.errors.tare-too-big'
  return { net: Math.max(1, gross - empty), tare: empty }
}

/** The number in base units, or 1 with a sentence in `errors`, so that the rest of the form can still be judged. */
function readNumber(errors: FieldErrors, name: string, typed: string, unit: Unit) {
  const read = readQuantity(typed, unit)
  if (!read.problem) return read.value
  errors[name] ??=
    typed.trim() === '' ? 'errors.required' : numberMessage(read, units[unit].symbol, units[unit].decimals)
  return 1
}
