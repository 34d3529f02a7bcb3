import type { Trx } from '#db/database.ts'
import type { HandoverRow, StockLotRow, WeighRecordRow } from '#db/schema/handovers.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { arriveInStock } from './arrive-in-stock.server.ts'
import { weighRecordsOf } from './find-handover.server.ts'
import { postHandover } from './handover-entry.server.ts'
import { countSurplus, leaveStock } from './leave-stock.server.ts'
import { lockOfferedLot } from './move-stock.server.ts'
import { bestOf, isWeighed, shareOfLot, shareOfStock, standing } from './weigh-record.ts'
import { writeWeighRecord } from './write-weigh-record.server.ts'

/**
 * Writes down the lot's own share when it is known better than what was said at the handover, and posts the best. A hub's
 * stock changes with it: what comes in is a lot of its own, what goes out leaves the lot it was offered from.
 */
export async function countMass(trx: Trx, act: Act, handover: HandoverRow, hub_id: string | null) {
  const listing = await trx
    .selectFrom('listings')
    .selectAll()
    .where('id', '=', handover.listing_id)
    .executeTakeFirstOrThrow()
  const from = await lockOfferedLot(trx, listing.id)
  const said = bestOf(standing(await weighRecordsOf(trx, handover.id)))
  const share = from
    ? shareOfStock(from, handover.quantity)
    : shareOfLot(listing, handover.quantity, listing.collected - handover.quantity)
  const isShareBetter = share !== undefined && (said === undefined || share.grade < said.grade)
  const best = isShareBetter ? await writeWeighRecord(trx, act, handover, share) : said
  return postWithStock(trx, act, { handover, best, from, listing, hub_id })
}

type Posting = {
  handover: HandoverRow
  best: WeighRecordRow | undefined
  from: StockLotRow | undefined
  listing: ListingRow
  hub_id: string | null
}

async function postWithStock(trx: Trx, act: Act, { handover, best, from, listing, hub_id }: Posting) {
  const weighed = best && isWeighed(best) ? best : undefined
  const said = { quantity: handover.quantity, grams: weighed?.typ_g ?? 0, grade: weighed?.grade ?? ('E' as const) }
  const out = from && { handover, lotId: from.id, said, key: `left:${handover.id}` }
  if (out) await countSurplus(trx, act, out)
  const why = { reason: 'handover', from }
  const posted = weighed && (await postHandover(trx, act, handover, weighed, why))
  if (out) await leaveStock(trx, act, out, { kind: 'left', entry: posted?.out, reason: '' })
  if (hub_id !== null) await arriveInStock(trx, act, { handover, hub_id, listing }, said, posted?.entry)
  return posted?.entry
}
