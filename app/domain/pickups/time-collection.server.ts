import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { collectionOn } from './collections.read.server.ts'
import { endCollectionLot } from './drop-collection.server.ts'
import { tellOfDay } from './tell-company.server.ts'

type Hour = { from: string; to: string }

/**
 * When the van is expected, within the hours of the plan, as a published round has it; undefined when no round has it any more.
 * The company hears of it when it is another time than it was told last.
 */
export async function timeCollection(trx: Trx, act: Act, listingId: string, hour: Hour | undefined) {
  const lot = await openLot(trx, listingId)
  if (!lot) return
  const [expected_from, expected_to] = hour ? within(hour, { from: lot.starts_at, to: lot.ends_at }) : [null, null]
  if (lot.expected_from === expected_from && lot.expected_to === expected_to) return
  await trx
    .updateTable('collection_lots')
    .set({ expected_from, expected_to, told_at: act.at })
    .where('listing_id', '=', listingId)
    .execute()
  const one = await dayOf(trx, act, lot)
  if (one) await tellOfDay(trx, act, one, { kind: 'collection-timed', reason: '' })
}

/** The van was there, or was not, and nothing was fetched: that day's load ends, and the company hears why. */
export async function missCollection(trx: Trx, act: Act, claimId: string, reason: string) {
  const claim = await trx.selectFrom('claims').select('listing_id').where('id', '=', claimId).executeTakeFirst()
  const lot = claim && (await openLot(trx, claim.listing_id))
  if (!lot) return
  const one = await dayOf(trx, act, lot)
  await endCollectionLot(trx, act, lot.listing_id)
  if (one) await tellOfDay(trx, act, one, { kind: 'collection-missed', reason })
}

function openLot(trx: Trx, listingId: string) {
  return trx
    .selectFrom('collection_lots')
    .innerJoin('collections', 'collections.id', 'collection_lots.collection_id')
    .selectAll('collection_lots')
    .select('collections.hub_id')
    .where('listing_id', '=', listingId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

type Lot = NonNullable<Awaited<ReturnType<typeof openLot>>>

function dayOf(trx: Trx, act: Act, { collection_id: id, hub_id, day }: Lot) {
  return collectionOn(trx, { hub_ids: [hub_id] }, { id, day, now: act.at })
}

/** The van may be late, but nobody waits before the hours that were agreed. */
function within(hour: Hour, plan: Hour) {
  const from = hour.from > plan.from ? hour.from : plan.from
  const to = hour.to < plan.to ? hour.to : plan.to
  return from < to ? [from, to] : [hour.from, hour.to]
}
