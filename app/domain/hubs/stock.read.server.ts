import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { Grade } from '#db/schema/listings.ts'
import { readStockCode } from '../handovers/stock-lot.ts'

const most = 500

/** What is looked for in a stock: words of a title or a code, and a bay; 'none' is where no bay is. */
export type StockAsk = { q: string; bay: string }

function stockRows(db: Db, hubId: string) {
  return db
    .selectFrom('stock_lots')
    .leftJoin('bays', 'bays.id', 'stock_lots.bay_id')
    .leftJoin('listings', 'listings.id', 'stock_lots.listing_id')
    .selectAll('stock_lots')
    .select(['bays.code as bay_code', 'listings.state as listing_state'])
    .where('stock_lots.hub_id', '=', hubId)
}

/** What lies in a hub, those that have no bay yet first, then by bay. At most 500. */
export function stockOfHub(db: Db, hubId: string, { q, bay }: StockAsk) {
  const code = readStockCode(q)
  const words = q.trim().toLowerCase()
  let rows = stockRows(db, hubId).where('stock_lots.ended_at', 'is', null)
  if (bay !== '') rows = rows.where('stock_lots.bay_id', bay === 'none' ? 'is' : '=', bay === 'none' ? null : bay)
  if (code !== undefined) rows = rows.where('stock_lots.code', '=', code)
  else if (words !== '')
    rows = rows.where((eb) =>
      eb.or([
        eb(eb.fn('lower', ['stock_lots.title']), 'like', `%${words}%`),
        eb(eb.fn('lower', ['stock_lots.code']), 'like', `%${words}%`),
      ]),
    )
  return rows
    .orderBy(sql`case when stock_lots.bay_id is null then 0 else 1 end`)
    .orderBy('bays.code')
    .orderBy('stock_lots.code')
    .limit(most)
    .execute()
}

export type StockRow = Awaited<ReturnType<typeof stockOfHub>>[number]

/** One stock lot by its code, also when nothing of it is left. */
export function stockLotByCode(db: Db, hubId: string, code: string) {
  return stockRows(db, hubId)
    .where('stock_lots.code', '=', readStockCode(code) ?? code)
    .executeTakeFirst()
}

/** Lots by their codes, in the order of the codes. */
export function stockLotsByCode(db: Db, hubId: string, codes: readonly string[]) {
  return stockRows(db, hubId).where('stock_lots.code', 'in', codes).orderBy('stock_lots.code').limit(most).execute()
}

/** What happened to a stock lot, oldest first, with who did it. */
export function movesOfLot(db: Db, lotId: string) {
  return db
    .selectFrom('stock_moves')
    .leftJoin('members', 'members.id', 'stock_moves.by_id')
    .leftJoin('stock_lots as other', 'other.id', 'stock_moves.other_lot_id')
    .selectAll('stock_moves')
    .select(['members.name as by_name', 'other.code as other_code'])
    .where('stock_moves.lot_id', '=', lotId)
    .orderBy('stock_moves.at')
    .orderBy('stock_moves.id')
    .limit(most)
    .execute()
}

/** Lots that could be put together with this one: same hub, material and unit, and offered to nobody. */
export function lotsLike(db: Db, lot: Pick<StockRow, 'id' | 'hub_id' | 'material_key' | 'unit'>) {
  return stockRows(db, lot.hub_id)
    .where('stock_lots.ended_at', 'is', null)
    .where('stock_lots.material_key', '=', lot.material_key)
    .where('stock_lots.unit', '=', lot.unit)
    .where('stock_lots.id', '<>', lot.id)
    .where((eb) => eb.or([eb('listings.state', 'is', null), eb('listings.state', '=', 'closed')]))
    .orderBy('stock_lots.code')
    .limit(100)
    .execute()
}

/** Kilograms in each bay, and of what has none (null). */
export function gramsByBay(db: Db, hubId: string) {
  return db
    .selectFrom('stock_lots')
    .leftJoin('bays', 'bays.id', 'stock_lots.bay_id')
    .select(({ fn }) => [
      'stock_lots.bay_id',
      'bays.code',
      fn.sum<number>('stock_lots.grams').as('grams'),
      fn.countAll<number>().as('lots'),
    ])
    .where('stock_lots.hub_id', '=', hubId)
    .where('stock_lots.ended_at', 'is', null)
    .groupBy(['stock_lots.bay_id', 'bays.code'])
    .orderBy('bays.code')
    .execute()
}

/** What anyone may know of a hub's stock: grams by material, most first. Not where it lies. */
export async function stockByMaterial(db: Db, hubId: string) {
  const rows = await db
    .selectFrom('stock_lots')
    .select(({ fn }) => ['material_key', fn.sum<number>('grams').as('grams'), fn.countAll<number>().as('lots')])
    .select(({ fn }) => fn.max<Grade>('grade').as('grade'))
    .where('hub_id', '=', hubId)
    .where('ended_at', 'is', null)
    .groupBy('material_key')
    .execute()
  return rows.toSorted((one, other) => other.grams - one.grams)
}

/** The count of a bay, or of the whole hub (null), that is open, with what it looked at already. */
export async function openCountOf(db: Db, hubId: string, bayId: string | null) {
  const count = await db
    .selectFrom('stock_counts')
    .selectAll()
    .where('hub_id', '=', hubId)
    .where('bay_id', bayId === null ? 'is' : '=', bayId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!count) return undefined
  const lines = await db
    .selectFrom('stock_count_lines')
    .select(['lot_id', 'quantity'])
    .where('count_id', '=', count.id)
    .execute()
  return { ...count, counted: new Map(lines.map(({ lot_id, quantity }) => [lot_id, quantity])) }
}

/** A count of this hub that is still open. */
export function countById(db: Db, hubId: string, countId: string) {
  return db
    .selectFrom('stock_counts')
    .selectAll()
    .where('id', '=', countId)
    .where('hub_id', '=', hubId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}
