import { countReasons } from '#app/domain/handovers/stock-lot.ts'
import { countById } from '#app/domain/hubs/stock.read.server.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Visit } from '#app/http/context.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import type { FieldErrors } from '#app/http/replies.server.ts'
import { gramsIn, quantityIn } from '#app/http/stock.server.ts'

type Lot = { quantity: number; grams: number; unit: Unit }

/** What was found of a lot. Where it is another quantity or weight than written, the reason is asked for. */
export async function readCount(request: Request, lot: Lot) {
  const typed = typedFields(await request.formData())
  const errors: FieldErrors = {}
  const quantity = typed['as_written'] === '1' ? lot.quantity : foundIn(typed, lot.unit, errors)
  const weighed = gramsIn(typed, 'weight', errors)
  const grams = weighed ?? (lot.unit === 'g' && quantity !== lot.quantity ? quantity : null)
  const grade = typed['grade'] === 'C' ? ('C' as const) : ('A' as const)
  const isSame = quantity === lot.quantity && (grams === null || grams === lot.grams)
  const reason = countReasons.find((one) => one === typed['reason'])
  if (!isSame && !reason && Object.keys(errors).length === 0) errors['reason'] = 'errors.choose'
  if (Object.keys(errors).length > 0) return { errors, typed }
  return { value: { quantity, grams, grade, reason: reason ?? ('counted' as const), key: typed['key'] ?? '' }, typed }
}

// Nothing at all is a count too, which no quantity of a lot is.
function foundIn(typed: Record<string, string>, unit: Unit, errors: FieldErrors) {
  return /^\s*0([.,]0*)?\s*$/.test(typed['quantity'] ?? '') ? 0 : quantityIn(typed, 'quantity', unit, errors)
}

/** The stock-taking that a lot is counted in, and the page to go back to. */
export async function countOf(db: Visit['db'], hub: { id: string; slug: string }, countId: string) {
  const count = countId === '' ? undefined : await countById(db, hub.id, countId)
  if (!count) return undefined
  const bay = count.bay_id === null ? '' : `?bay=${count.bay_id}`
  return { id: count.id, page: `/hubs/${hub.slug}/inventory${bay}` }
}
