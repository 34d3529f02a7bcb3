import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { claimsOnListing } from '../claims/claims.read.server.ts'
import { rankOf } from '../claims/line.read.server.ts'
import { claimantsReliability } from '../claims/reliability.read.server.ts'
import { shortName } from './lot.ts'
import type { InLine } from './lot-line.ts'

type Row = Awaited<ReturnType<typeof claimsOnListing>>[number]
type Reader = { member: Member; organisations: readonly string[]; side: 'donor' | 'claimant'; now: string }

const last = Number.MAX_SAFE_INTEGER

/**
 * Everybody who asked for a lot, in the order in which they are served, each with the place they were given. To its donor's
 * side by name; to another claimant only what kind of party each is, once there is an order to show.
 */
export async function lotLine(
  db: Db,
  listingId: string,
  { member, organisations, side, now }: Reader,
): Promise<InLine[]> {
  const rows = await claimsOnListing(db, listingId)
  const isMine = ({ claimant_id, organisation_id }: Row) =>
    claimant_id === member.id || (organisation_id !== null && organisations.includes(organisation_id))
  const claimants = side === 'donor' ? rows.map(({ claimant_id }) => claimant_id) : []
  const reliability = await claimantsReliability(db, claimants, now)
  return rows
    .filter((row) => side === 'donor' || isMine(row) || row.place_in_rank !== null)
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .map((row) => ({
      id: row.id,
      is_mine: isMine(row),
      is_rest: row.parent_id !== null,
      name: side === 'donor' ? (row.organisation_name ?? shortName(row.claimant_name)) : undefined,
      kind: row.organisation_kind ?? ('member' as const),
      state: row.state,
      position: row.position,
      unit: row.unit,
      quantity: row.qty || row.qty_wanted,
      rank: rankOf(row),
      reliability: reliability.get(row.claimant_id),
    }))
}

function orderOf({ place_in_rank, position }: Row) {
  return place_in_rank ?? (position === null ? last : 1000 + position)
}
