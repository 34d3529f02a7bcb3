import type { Trx } from '#db/database.ts'
import type { StockCountRow, StockLotRow } from '#db/schema/handovers.ts'
import type { Grade, ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { closeClaimsOf } from '../claims/close-claims.server.ts'
import { newId } from '../id.server.ts'
import { closeWhenGone } from '../listings/close-when-gone.server.ts'
import { writeOffUnits } from '../listings/write-off-units.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { countDifference } from './count-difference.server.ts'
import { mayKeepStock, stockLotInCare } from './find-stock-lot.server.ts'
import { type CountReason, shareOut } from './stock-lot.ts'

/** Begins to count a bay, or the whole hub (null); or goes on with the count of it that is open. */
export async function startCount(trx: Trx, act: Act, hubId: string, bayId: string | null) {
  if (!(await mayKeepStock(trx, act, hubId))) return refused('not-yours')
  const open = await openCount(trx, hubId, bayId)
  if (open) return { count: open }
  const row = { id: newId(), hub_id: hubId, bay_id: bayId, started_by: act.by.id, started_at: act.at, ended_at: null }
  const insert = trx.insertInto('stock_counts').values(row)
  await insert.onConflict((conflict) => conflict.doNothing()).execute()
  const count = await openCount(trx, hubId, bayId)
  return count ? { count } : refused('stock-changed')
}

/** Ends a count. What nobody looked at stays as it was. */
export async function endCount(trx: Trx, act: Act, countId: string) {
  const count = await trx.selectFrom('stock_counts').selectAll().where('id', '=', countId).executeTakeFirst()
  if (!count) return refused('no-such-stock')
  if (!(await mayKeepStock(trx, act, count.hub_id))) return refused('not-yours')
  const ending = trx.updateTable('stock_counts').set({ ended_at: act.at }).where('id', '=', countId)
  await ending.where('ended_at', 'is', null).execute()
  return { count: { ...count, ended_at: count.ended_at ?? act.at } }
}

export type Counted = {
  /** Base units found. */
  quantity: number
  /** Whole grams found; null leaves them in proportion to what is found. */
  grams: number | null
  /** How the grams were found out. */
  grade: Exclude<Grade, 'E'>
  reason: CountReason
  key: string
  /** The stock-taking it is part of, if any. */
  count_id?: string
}

/**
 * Says what is there of a stock lot. A difference becomes a correction of its own, with its reason; what is broken
 * becomes waste. What is promised to somebody cannot be counted away. The same form sent twice (`key`) counts once.
 */
export async function countStock(trx: Trx, act: Act, lotId: string, counted: Counted) {
  const found = await stockLotInCare(trx, act, lotId)
  if (isRefusal(found)) return found
  const { lot, offered } = found
  if (await wasCounted(trx, counted.key)) return { lot }
  if (lot.ended_at !== null) return refused('stock-gone')
  const grams = gramsFound(lot, counted)
  const difference = { quantity: counted.quantity - lot.quantity, grams: grams - lot.grams }
  const isLess = difference.quantity < 0 || difference.grams < 0
  if (counted.reason === 'broken' && (difference.quantity > 0 || difference.grams > 0)) return refused('broken-is-less')
  if (counted.quantity === 0 && grams > 0) return refused('grams-of-nothing')
  if (offered && !(await stillOffers(trx, act, offered, counted.quantity))) return refused('stock-promised')
  const after = await write(trx, act, lot, { ...difference, counted, isLess })
  if (!after) return refused('stock-changed')
  if (counted.count_id !== undefined) await noteLine(trx, act, lotId, counted.count_id, counted)
  return { lot: after }
}

function write(
  trx: Trx,
  act: Act,
  lot: StockLotRow,
  { quantity, grams, counted, isLess }: { quantity: number; grams: number; counted: Counted; isLess: boolean },
) {
  const kind = counted.reason === 'broken' && isLess ? 'written_off' : 'counted'
  const grade = counted.grams === null ? lot.grade : counted.grade
  const how = { kind, grade, reason: counted.reason, key: `count:${counted.key}` } as const
  return countDifference(trx, act, lot, { quantity, grams, ...how })
}

// A lot grown or shrunk in pieces is so in grams too, unless somebody weighed.
function gramsFound(lot: StockLotRow, { quantity, grams }: Counted) {
  if (grams !== null) return grams
  if (quantity === lot.quantity) return lot.grams
  if (quantity < lot.quantity) return shareOut(lot.grams, [quantity, lot.quantity - quantity])[0] ?? 0
  return Number((BigInt(lot.grams) * BigInt(quantity)) / BigInt(lot.quantity || 1))
}

/** The listing offers no more than is there. False when more than that is promised to somebody. */
async function stillOffers(trx: Trx, act: Act, { id, total, collected, written_off }: ListingRow, there: number) {
  const missing = total - collected - written_off - there
  if (missing <= 0) return true
  if (!(await writeOffUnits(trx, id, missing))) return false
  if (await closeWhenGone(trx, act, id)) await closeClaimsOf(trx, act, id, 'done')
  return true
}

async function noteLine(trx: Trx, act: Act, lot_id: string, count_id: string, { quantity, grams }: Counted) {
  const found = { quantity, grams, counted_by: act.by.id, counted_at: act.at }
  await trx
    .insertInto('stock_count_lines')
    .values({ count_id, lot_id, ...found })
    .onConflict((conflict) => conflict.columns(['count_id', 'lot_id']).doUpdateSet(found))
    .execute()
}

async function wasCounted(trx: Trx, key: string) {
  const move = trx.selectFrom('stock_moves').select('id').where('idempotency_key', '=', `count:${key}`)
  return (await move.executeTakeFirst()) !== undefined
}

function openCount(trx: Trx, hubId: string, bayId: string | null): Promise<StockCountRow | undefined> {
  const counts = trx.selectFrom('stock_counts').selectAll().where('hub_id', '=', hubId).where('ended_at', 'is', null)
  return counts.where('bay_id', bayId === null ? 'is' : '=', bayId).executeTakeFirst()
}
