import type { Db } from '#db/database.ts'

const most = 12

/** A note with the hub that looks after the lot it is about. */
export function findThanks(db: Db, thanksId: string) {
  return thanksRows(db).where('thanks.id', '=', thanksId).executeTakeFirst()
}

/** The notes of a handover, at most one of each side. */
export function thanksOfHandover(db: Db, handoverId: string) {
  return thanksRows(db).where('thanks.handover_id', '=', handoverId).orderBy('thanks.written_at').execute()
}

/** What a member was told in their own name, the newest first. At most 12. */
export function thanksToMember(db: Db, memberId: string) {
  return newest(db)
    .where('thanks.to_id', '=', memberId)
    .where((eb) =>
      eb.or([
        eb.and([eb('thanks.to_id', '=', eb.ref('handovers.giver_id')), eb('listings.organisation_id', 'is', null)]),
        eb.and([eb('thanks.to_id', '=', eb.ref('handovers.taker_id')), eb('claims.organisation_id', 'is', null)]),
      ]),
    )
    .execute()
}

/** What those who act for an organisation were told while they did, the newest first. At most 12. */
export function thanksToOrganisation(db: Db, organisationId: string) {
  const people = db.selectFrom('memberships').select('member_id').where('organisation_id', '=', organisationId)
  return newest(db)
    .where('thanks.to_id', 'in', people)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('thanks.to_id', '=', eb.ref('handovers.giver_id')),
          eb('listings.organisation_id', '=', organisationId),
        ]),
        eb.and([
          eb('thanks.to_id', '=', eb.ref('handovers.taker_id')),
          eb('claims.organisation_id', '=', organisationId),
        ]),
      ]),
    )
    .execute()
}

function newest(db: Db) {
  return thanksRows(db).orderBy('thanks.written_at', 'desc').limit(most)
}

function thanksRows(db: Db) {
  return db
    .selectFrom('thanks')
    .innerJoin('handovers', 'handovers.id', 'thanks.handover_id')
    .innerJoin('claims', 'claims.id', 'handovers.claim_id')
    .innerJoin('listings', 'listings.id', 'handovers.listing_id')
    .innerJoin('members', 'members.id', 'thanks.from_id')
    .selectAll('thanks')
    .select(['members.name as from_name', 'listings.hub_id'])
}
