import type { Db } from '#db/database.ts'

/** The pickup a claim is waiting for or had last: the open one first, else the newest. */
export function pickupOfClaim(db: Db, claimId: string) {
  return db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .innerJoin('members', 'members.id', 'pickups.proposed_by')
    .select([
      'pickups.id',
      'pickups.state',
      'pickups.starts_at',
      'pickups.ends_at',
      'pickups.note',
      'pickups.proposed_by',
      'members.name as proposed_by_name',
    ])
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', 'in', ['proposed', 'confirmed', 'in_progress'])
    .orderBy('pickups.proposed_at', 'desc')
    .executeTakeFirst()
}

/** Who proposed the time that each of these claims is waiting to have confirmed, by claim. */
export async function proposersOf(db: Db, claimIds: readonly string[]) {
  if (claimIds.length === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .select(['pickup_claims.claim_id', 'pickups.proposed_by'])
    .where('pickup_claims.claim_id', 'in', claimIds)
    .where('pickups.state', '=', 'proposed')
    .execute()
  return new Map(rows.map(({ claim_id, proposed_by }) => [claim_id, proposed_by]))
}
