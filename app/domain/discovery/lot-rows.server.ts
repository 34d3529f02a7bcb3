import type { Db } from '#db/database.ts'

/** The columns a card needs, from public tables only: no query built on this can reach a door. */
export function lotRows(db: Db) {
  return db
    .selectFrom('listings')
    .innerJoin('members', 'members.id', 'listings.donor_id')
    .leftJoin('organisations', 'organisations.id', 'listings.organisation_id')
    .leftJoin('places', 'places.id', 'listings.place_id')
    .leftJoin('photos', (join) => join.onRef('photos.listing_id', '=', 'listings.id').on('photos.position', '=', 0))
    .select([
      'listings.id',
      'listings.code',
      'listings.state',
      'listings.title',
      'listings.material_key',
      'listings.unit',
      'listings.total',
      'listings.held',
      'listings.collected',
      'listings.written_off',
      'listings.must_go_by',
      'listings.published_at',
      'listings.piece_length_mm',
      'listings.piece_width_mm',
      'listings.piece_thickness_mm',
      'listings.weight_grade',
      'listings.weight_low_g',
      'listings.weight_typ_g',
      'listings.weight_high_g',
      'members.name as donor_name',
      'organisations.name as organisation_name',
      'organisations.kind as organisation_kind',
      'places.area',
      'places.latitude_e6',
      'places.longitude_e6',
      'places.blur_radius_m',
      'photos.hash as photo_hash',
      'photos.alt as photo_alt',
      'photos.thumbhash as photo_thumbhash',
    ])
}

export type LotRow = Awaited<ReturnType<ReturnType<typeof lotRows>['execute']>>[number]
