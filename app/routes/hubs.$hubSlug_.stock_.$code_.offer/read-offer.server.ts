import { z } from 'zod'
import { endOfRomanDay } from '#app/domain/instant.ts'
import { conditions } from '#app/domain/listings/listing-ask-measures.ts'
import { allocationRules } from '#app/domain/listings/listing-ask-pickup.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { readFields } from '#app/http/form.server.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'
import { quantityIn } from '#app/http/stock.server.ts'

const OfferAsk = z.object({
  title: z.string().trim().min(3, 'errors.required').max(80, 'errors.too-long?max=80'),
  description: z.string().trim().max(2000, 'errors.too-long?max=2000'),
  condition: z.enum(conditions, { error: 'errors.choose' }),
  allocation_rule: z.enum(allocationRules, { error: 'errors.choose' }),
  until: z.union([z.literal(''), z.iso.date('errors.invalid')]),
  key: z.string().min(8).max(80),
})

/** What is offered of a stock lot and how, or a sentence for each field. */
export async function readOffer(request: Request, unit: Unit) {
  const ask = readFields(await request.formData(), OfferAsk)
  const errors: FieldErrors = { ...ask.errors }
  const quantity = quantityIn(ask.typed, 'quantity', unit, errors)
  if (!ask.value || Object.keys(errors).length > 0) return { errors, typed: ask.typed }
  const { until, ...words } = ask.value
  return { value: { ...words, quantity, must_go_by: until === '' ? null : endOfRomanDay(until) }, typed: ask.typed }
}
