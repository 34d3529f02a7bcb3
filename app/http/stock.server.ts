import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { stockLotByCode } from '#app/domain/hubs/stock.read.server.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { readQuantity, units } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import type { MemberVisit } from './context.server.ts'
import { type FieldErrors, found } from './replies.server.ts'

type Params = Record<string, string | undefined>

/** A hub's stock, to those who run the hub; to anyone else it is not there. */
export async function stockVisit(visit: MemberVisit, params: Params) {
  const { id, slug, name } = found(await hubInCare(visit.db, visit.member, params['hubSlug'] ?? ''))
  return { ...visit, hub: { id, slug, name } }
}

/** The same with the stock lot whose code the address says. */
export async function stockLotVisit(member: MemberVisit, params: Params) {
  const visit = await stockVisit(member, params)
  const lot = found(await stockLotByCode(visit.db, visit.hub.id, params['code'] ?? ''))
  return { ...visit, lot, page: `/hubs/${visit.hub.slug}/stock/${lot.code}` }
}

/** A quantity field in a lot's own unit; 0 where nothing was typed and nothing is needed. Errors land beside the field. */
export function quantityIn(typed: Record<string, string>, name: string, unit: Unit, errors: FieldErrors) {
  const read = readQuantity(typed[name] ?? '', unit)
  if (!read.problem) return read.value
  errors[name] = numberMessage(read, units[unit].symbol, units[unit].decimals)
  return 0
}

/** Grams typed in kilograms, or null where the field was left empty. */
export function gramsIn(typed: Record<string, string>, name: string, errors: FieldErrors) {
  return (typed[name] ?? '').trim() === '' ? null : quantityIn(typed, name, 'g', errors)
}
