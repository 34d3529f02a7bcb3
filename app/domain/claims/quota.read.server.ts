import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { later } from '../instant.ts'
import { urgency } from '../listings/listing.ts'

type Lot = Pick<ListingRow, 'id' | 'hub_id' | 'must_go_by'>

/**
 * Lots of a hub that a party was given in its rolling days, this one apart. `allowed` is null where no hub sets a limit.
 * `has_left` says whether they may be given one more now, `lifts_at` from when if not; null if nothing in sight lifts it.
 */
export type Quota = { used: number; allowed: number | null; has_left: boolean; lifts_at: string | null }

const unlimited: Quota = { used: 0, allowed: null, has_left: true, lifts_at: null }
const granted = ['offered', 'confirmed', 'scheduled', 'collected'] as const

/** The quota of a member or organisation (its `party_key`) for one lot. It lifts when the lot becomes urgent. */
export async function quotaOf(db: Db, partyKey: string, lot: Lot, at: string): Promise<Quota> {
  return (await quotasOf(db, [partyKey], lot, at)).get(partyKey) ?? unlimited
}

/** The same for several parties in two questions. */
export async function quotasOf(db: Db, partyKeys: readonly string[], lot: Lot, at: string) {
  const hub = lot.hub_id === null ? undefined : await limitsOf(db, lot.hub_id)
  if (!hub || partyKeys.length === 0) return new Map(partyKeys.map((key) => [key, unlimited]))
  const given = await grants(db, partyKeys, lot, later(at, { days: -hub.quota_days }))
  return new Map(
    partyKeys.map((key) => {
      const times = given.filter(({ party_key }) => party_key === key).map(({ since }) => since)
      return [key, quota(times, hub, lot, at)]
    }),
  )
}

type Limits = { quota_lots: number; quota_days: number }

function quota(times: readonly string[], { quota_lots, quota_days }: Limits, lot: Lot, at: string): Quota {
  const facts = { used: times.length, allowed: quota_lots }
  const pressing = urgency(lot.must_go_by, at)
  if (facts.used < quota_lots || pressing === 'urgent' || pressing === 'rescue')
    return { ...facts, has_left: true, lifts_at: null }
  const freeing = times.toSorted()[facts.used - quota_lots]
  const lifts = [
    ...(freeing === undefined ? [] : [later(freeing, { days: quota_days })]),
    ...(lot.must_go_by === null ? [] : [later(lot.must_go_by, { hours: -72 })]),
  ]
  return { ...facts, has_left: false, lifts_at: lifts.toSorted()[0] ?? null }
}

function limitsOf(db: Db, hubId: string) {
  return db.selectFrom('hubs').select(['quota_lots', 'quota_days']).where('id', '=', hubId).executeTakeFirst()
}

async function grants(db: Db, partyKeys: readonly string[], lot: Lot, since: string) {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select((eb) => ['claims.party_key', 'claims.listing_id', eb.fn.max('claims.offered_at').as('since')])
    .where('claims.party_key', 'in', partyKeys)
    .where('claims.offered_at', '>', since)
    .where('claims.state', 'in', granted)
    .where('claims.listing_id', '<>', lot.id)
    .where('listings.hub_id', '=', lot.hub_id)
    .groupBy(['claims.party_key', 'claims.listing_id'])
    .execute()
  return rows.map(({ party_key, since: offered_at }) => ({ party_key, since: offered_at ?? since }))
}
