import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'

type Parties = {
  donor_id: string
  listing_organisation_id: string | null
  hub_id: string | null
  claimant_id: string
  claim_organisation_id: string | null
}

export type Sides = { donor: boolean; claimant: boolean; coordinator: boolean }

/** On which sides of a claim a member stands, themself or through an organisation or a hub. */
export async function sidesOf(db: Db, member: Member, parties: Parties): Promise<Sides> {
  const organisations = await db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('member_id', '=', member.id)
    .execute()
  const actsFor = (id: string | null) =>
    id !== null && organisations.some(({ organisation_id }) => organisation_id === id)
  return {
    donor: member.id === parties.donor_id || actsFor(parties.listing_organisation_id),
    claimant: member.id === parties.claimant_id || actsFor(parties.claim_organisation_id),
    coordinator: coordinates(member, parties.hub_id),
  }
}
