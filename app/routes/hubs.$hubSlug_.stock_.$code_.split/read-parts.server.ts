import type { Unit } from '#app/domain/listings/quantity.ts'
import { typedFields } from '#app/http/form.server.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'
import { gramsIn, quantityIn } from '#app/http/stock.server.ts'

const parts = [1, 2, 3] as const

/** Up to three parts; the first must be said, an empty one is none. */
export async function readParts(request: Request, unit: Unit) {
  const typed = typedFields(await request.formData())
  const errors: FieldErrors = {}
  const isSaid = (part: number) => part === 1 || (typed[`quantity_${part}`] ?? '').trim() !== ''
  const read = parts.filter(isSaid).map((part) => ({
    quantity: quantityIn(typed, `quantity_${part}`, unit, errors),
    grams: gramsIn(typed, `weight_${part}`, errors),
  }))
  const key = typed['key'] ?? ''
  return Object.keys(errors).length > 0 ? { errors, typed } : { value: { parts: read, key }, typed }
}
