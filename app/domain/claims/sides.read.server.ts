import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'

type Parties = {
  donor_id: string
  listing_organisation_id: string | null
  hub_id: string | null
  claimant_id: string
  claim_organisation_id: string | null
  claim_hub_id: string | null
}

export type Sides = { donor: boolean; claimant: boolean; coordinator: boolean }

/** On which sides of a claim a member stands, themself or through an organisation or a hub. A hub that takes in is a side. */
export async function sidesOf(db: Db, member: Member, parties: Parties): Promise<Sides> {
  const organisations = await db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('member_id', '=', member.id)
    .execute()
  const actsFor = (id: string | null) =>
    id !== null && organisations.some(({ organisation_id }) => organisation_id === id)
  const isClaimant = member.id === parties.claimant_id || actsFor(parties.claim_organisation_id)
  return {
    donor: member.id === parties.donor_id || actsFor(parties.listing_organisation_id),
    claimant: isClaimant || (await runsHub(db, member, parties.claim_hub_id)),
    coordinator: coordinates(member, parties.hub_id),
  }
}

/** True for those who coordinate this hub: a claim for its stock is theirs together. */
export async function runsHub(db: Db, member: Pick<Member, 'id'>, hubId: string | null) {
  if (hubId === null) return false
  const found = db.selectFrom('hub_coordinators').select('hub_id').where('member_id', '=', member.id)
  return (await found.where('hub_id', '=', hubId).executeTakeFirst()) !== undefined
}
