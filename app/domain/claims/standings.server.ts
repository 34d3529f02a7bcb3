import type { Db, Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { available } from '../listings/listing.ts'
import { putsFirst } from './audience.ts'
import { quotasOf } from './quota.read.server.ts'
import type { Standing } from './rank.ts'
import { claimantsReliability } from './reliability.read.server.ts'

/** What decides the place of each claim of a window, as things stand at `at`. Tickets come from its draw. */
export async function standingsOf(
  trx: Trx,
  lot: ListingRow,
  asked: readonly ClaimRow[],
  { at, tickets }: { at: string; tickets: ReadonlyMap<string, string> },
): Promise<Standing[]> {
  if (asked.length === 0) return []
  const parties = asked.map(({ party_key }) => party_key)
  const members = asked.map(({ claimant_id }) => claimant_id)
  const kinds = await kindsOf(trx, asked)
  const coming = await comingTo(trx, lot, parties)
  const quotas = await quotasOf(trx, parties, lot, at)
  const reliability = await claimantsReliability(trx, members, at)
  return asked.map((claim) => {
    const quota = quotas.get(claim.party_key) ?? { used: 0, allowed: null, has_left: true }
    const kind = kinds.get(claim.organisation_id ?? '')
    const isEarly = lot.reserved_until !== null && claim.requested_at < lot.reserved_until
    return {
      claim_id: claim.id,
      is_reserved: isEarly && kind !== undefined && putsFirst(kind),
      takes_all: claim.qty_wanted >= available(lot),
      is_coming: coming.has(claim.party_key),
      quota: { used: quota.used, allowed: quota.allowed, has_left: quota.has_left },
      reliability: reliability.get(claim.claimant_id)?.word ?? 'new',
      ticket: tickets.get(claim.id) ?? '',
    }
  })
}

/** The kind of each organisation that some of these claims are made for. */
export async function kindsOf(db: Db, claims: readonly Pick<ClaimRow, 'organisation_id'>[]) {
  const ids = claims.flatMap(({ organisation_id }) => organisation_id ?? [])
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db.selectFrom('organisations').select(['id', 'kind']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

async function comingTo(trx: Trx, { id, place_id }: ListingRow, parties: readonly string[]) {
  if (place_id === null) return new Set<string>()
  const rows = await trx
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select('claims.party_key')
    .where('claims.party_key', 'in', parties)
    .where('claims.state', 'in', ['confirmed', 'scheduled'])
    .where('listings.place_id', '=', place_id)
    .where('listings.id', '<>', id)
    .execute()
  return new Set(rows.map(({ party_key }) => party_key))
}
