import { CorrectionAsk } from '#app/domain/handovers/correction-ask.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { readQuantity } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import { readFields } from '#app/http/form.server.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'

/** The right weight and why the old one was wrong, or a sentence for each field. */
export async function readCorrection(request: Request) {
  const form = await request.formData()
  const ask = readFields(form, CorrectionAsk)
  const errors: FieldErrors = { ...ask.errors }
  const text = String(form.get('weight') ?? '')
  const read = readQuantity(text, 'g')
  const isNeeded = form.get('grade') !== 'E'
  if (isNeeded && read.problem)
    errors['weight'] = text.trim() === '' ? 'handovers.entry.errors.weight-missing' : numberMessage(read, 'kg', 3)
  if (!ask.value || Object.keys(errors).length > 0) return { errors, typed: ask.typed }
  const typ_g = isNeeded && !read.problem ? read.value : null
  return {
    value: { reason: ask.value.reason, weighing: weighing({ grade: ask.value.grade, typ_g }) },
    typed: ask.typed,
  }
}
