import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Member } from '../act.ts'

/** The lot, if this member posted it or acts for the organisation that gives it; or what they look for, when asked. */
export async function ownListing(db: Db, member: Member, listingId: string, kind: ListingRow['kind'] = 'offer') {
  return db
    .selectFrom('listings')
    .selectAll()
    .where('id', '=', listingId)
    .where('kind', '=', kind)
    .where((eb) =>
      eb.or([
        eb('donor_id', '=', member.id),
        eb(
          'organisation_id',
          'in',
          eb.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id),
        ),
      ]),
    )
    .executeTakeFirst()
}
