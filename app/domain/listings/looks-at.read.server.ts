import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { isStaff, type Member } from '../act.ts'
import { reasonsToLook } from './listing-review.ts'
import { material } from './material.ts'

type Lot = Pick<ListingRow, 'material_key' | 'donor_id' | 'organisation_id'>

/** Why a coordinator would look at this lot before it goes live; nothing when it goes at once. */
export async function looksAt(db: Db, member: Member, listing: Lot) {
  return reasonsToLook({
    material: material(listing.material_key),
    published_before: await publishedBefore(db, listing),
    is_staff: isStaff(member),
    review_new_donors: process.env['REVIEW_NEW_DONORS'] !== 'off',
  })
}

async function publishedBefore(db: Db, { donor_id, organisation_id }: Lot) {
  const { count } = await db
    .selectFrom('listings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'offer')
    .where('published_at', 'is not', null)
    .where((eb) =>
      eb.or([eb('donor_id', '=', donor_id), ...(organisation_id ? [eb('organisation_id', '=', organisation_id)] : [])]),
    )
    .executeTakeFirstOrThrow()
  return count
}
