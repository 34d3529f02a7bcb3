import type { Db } from '#db/database.ts'

/** What a wanted post shows of itself and what a match looks at, from public tables only: no query on this reaches a door. */
export function wantedRows(db: Db) {
  return db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .innerJoin('members', 'members.id', 'listings.donor_id')
    .leftJoin('organisations', 'organisations.id', 'listings.organisation_id')
    .select([
      'listings.id',
      'listings.state',
      'listings.closed_reason',
      'listings.donor_id',
      'listings.organisation_id',
      'listings.hub_id',
      'listings.title',
      'listings.description',
      'listings.material_key',
      'listings.unit',
      'listings.total',
      'listings.piece_length_mm',
      'listings.piece_width_mm',
      'listings.piece_thickness_mm',
      'listings.condition',
      'listings.radius_m',
      'listings.must_go_by',
      'listings.published_at',
      'members.name as donor_name',
      'organisations.name as organisation_name',
      'organisations.kind as organisation_kind',
      'places.area',
      'places.latitude_e6',
      'places.longitude_e6',
      'places.blur_radius_m',
    ])
    .where('listings.kind', '=', 'wanted')
}
