import type { Db } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { urgency } from '../listings/listing.ts'
import { putsFirst } from './audience.ts'
import { quotasOf } from './quota.read.server.ts'
import { kindsOf } from './standings.server.ts'

/** Why a claim must wait although units are free, and until when as far as one can say. */
export type Hold = { why: 'reserved' | 'over-quota'; until: string | null }

type Held = Pick<ClaimRow, 'id' | 'organisation_id' | 'party_key'>

/**
 * Which of these claims wait where the first to come is served: those a reserved lot is not for yet, and those who had
 * their share of lots. Under a fair window both count in the rank instead, and in rescue nobody is held back.
 */
export async function holdsOn(db: Db, lot: ListingRow, claims: readonly Held[], at: string) {
  const holds = new Map<string, Hold>()
  if (claims.length === 0 || lot.allocation_rule !== 'first_come' || urgency(lot.must_go_by, at) === 'rescue')
    return holds
  const isReserved = lot.reserved_until !== null && at < lot.reserved_until
  const kinds = isReserved ? await kindsOf(db, claims) : undefined
  const parties = claims.map(({ party_key }) => party_key)
  const quotas = await quotasOf(db, parties, lot, at)
  for (const { id, organisation_id, party_key } of claims) {
    const kind = kinds?.get(organisation_id ?? '')
    const quota = quotas.get(party_key)
    if (kinds && (kind === undefined || !putsFirst(kind))) holds.set(id, { why: 'reserved', until: lot.reserved_until })
    else if (quota && !quota.has_left) holds.set(id, { why: 'over-quota', until: quota.lifts_at })
  }
  return holds
}
