import type { Db } from '#db/database.ts'
import { later } from '../instant.ts'
import { reasonsToLook } from '../listings/listing-review.ts'
import { material } from '../listings/material.ts'
import { type Care, inCare } from './care.server.ts'

const most = 50

/** Lots that must go within three days, the soonest first, with how many people have asked. At most 50. */
export function lotsDueSoon(db: Db, care: Care, now: string) {
  return lotRows(db, care)
    .select((eb) =>
      eb
        .selectFrom('claims')
        .select((counted) => counted.fn.countAll<number>().as('n'))
        .whereRef('claims.listing_id', '=', 'listings.id')
        .where('claims.is_open', '=', 1)
        .as('asking'),
    )
    .where('listings.state', 'in', ['live', 'paused'])
    .where('listings.published_at', 'is not', null)
    .where('listings.must_go_by', '>=', now)
    .where('listings.must_go_by', '<=', later(now, { days: 3 }))
    .orderBy('listings.must_go_by')
    .execute()
}

/** Lots waiting for a look, the longest waiting first, each with why. At most 50. */
export async function lotsInReview(db: Db, care: Care) {
  const rows = await lotRows(db, care)
    .select((eb) => [
      'listings.revised_at',
      eb
        .selectFrom('listings as earlier')
        .select((counted) => counted.fn.countAll<number>().as('n'))
        .whereRef('earlier.donor_id', '=', 'listings.donor_id')
        .where('earlier.kind', '=', 'offer')
        .where('earlier.published_at', 'is not', null)
        .as('published_before'),
    ])
    .where('listings.state', '=', 'in_review')
    .orderBy('listings.revised_at')
    .execute()
  return rows.map(({ published_before, ...lot }) => {
    const facts = { material: material(lot.material_key), published_before: published_before ?? 0 }
    return { ...lot, reasons: reasonsToLook({ ...facts, is_staff: false, review_new_donors: true }) }
  })
}

function lotRows(db: Db, care: Care) {
  return db
    .selectFrom('listings')
    .innerJoin('members', 'members.id', 'listings.donor_id')
    .leftJoin('organisations', 'organisations.id', 'listings.organisation_id')
    .leftJoin('places', 'places.id', 'listings.place_id')
    .select([
      'listings.id',
      'listings.title',
      'listings.material_key',
      'listings.unit',
      'listings.total',
      'listings.held',
      'listings.collected',
      'listings.written_off',
      'listings.must_go_by',
      'listings.weight_typ_g',
      'listings.weight_grade',
      'members.name as donor_name',
      'organisations.name as giving_name',
      'places.area',
    ])
    .where('listings.kind', '=', 'offer')
    .where(inCare(care, 'listings.hub_id'))
    .limit(most)
}

export type DueLot = Awaited<ReturnType<typeof lotsDueSoon>>[number]
