import { readQuantity, type Unit, units } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import { DeedAsk } from '#app/domain/rounds/deed-ask.ts'
import { typedFields } from '#app/http/form.server.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'

const plain = [
  'deed',
  'load_id',
  'stop_id',
  'failure',
  'reason',
  'code',
  'device',
  'condition',
  'note',
  'grade',
  'idempotency_key',
  'happened_at',
  'sent_at_phone',
] as const

/** What the driver's form says, its numbers read as people write them; or a sentence for each field. */
export function readDeed(form: FormData, unit: Unit) {
  const typed = typedFields(form)
  const errors: FieldErrors = {}
  const said: Record<string, unknown> = {}
  for (const name of plain) if (typed[name] !== undefined && typed[name] !== '') said[name] = typed[name]
  if (typed['deed'] !== 'failed') {
    said['quantity'] = readNumber(errors, 'quantity', typed['quantity'] ?? '', unit)
    said['grams'] = typed['grade'] === 'E' ? 0 : readNumber(errors, 'weight', typed['weight'] ?? '', 'g')
    if (typed['wrong_tries']) said['wrong_tries'] = Number(typed['wrong_tries'])
  }
  const parsed = DeedAsk.safeParse(said)
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message
  return parsed.success && Object.keys(errors).length === 0 ? { value: parsed.data, typed } : { errors, typed }
}

function readNumber(errors: FieldErrors, name: string, typed: string, unit: Unit) {
  const read = readQuantity(typed, unit)
  if (!read.problem) return read.value
  errors[name] = typed.trim() === '' ? 'errors.required' : numberMessage(read, units[unit].symbol, units[unit].decimals)
  return 1
}
