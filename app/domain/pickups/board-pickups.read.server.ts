import type { Db } from '#db/database.ts'
import { type Care, inCare } from './care.server.ts'

const most = 400

/** Pickups that begin in a span of time, in order, called-off ones left out. At most 400 lots. */
export async function pickupsBetween(db: Db, care: Care, { from, to }: { from: string; to: string }) {
  const rows = await tripRows(db, care)
    .where('pickups.state', 'in', ['proposed', 'confirmed', 'in_progress', 'completed'])
    .where('pickups.starts_at', '>=', from)
    .where('pickups.starts_at', '<', to)
    .execute()
  return asTrips(rows)
}

/** Agreed pickups whose time is over and of which nobody has written a handover down. */
export async function overduePickups(db: Db, care: Care, now: string) {
  const rows = await tripRows(db, care)
    .where('pickups.state', 'in', ['confirmed', 'in_progress'])
    .where('pickups.ends_at', '<', now)
    .where('claims.is_open', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('handovers').select('handovers.id').whereRef('handovers.claim_id', '=', 'claims.id'))),
    )
    .execute()
  return asTrips(rows)
}

function tripRows(db: Db, care: Care) {
  return db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('places', 'places.id', 'pickups.place_id')
    .innerJoin('members as donors', 'donors.id', 'pickups.donor_id')
    .innerJoin('members as claimants', 'claimants.id', 'pickups.claimant_id')
    .leftJoin('organisations as giving', 'giving.id', 'listings.organisation_id')
    .leftJoin('organisations as taking', 'taking.id', 'claims.organisation_id')
    .leftJoin('hubs as asking', 'asking.id', 'claims.hub_id')
    .select(({ fn }) => [
      'pickups.id',
      'pickups.state',
      'pickups.starts_at',
      'pickups.ends_at',
      'places.area',
      'places.latitude_e6',
      'places.longitude_e6',
      'places.blur_radius_m',
      'donors.name as donor_name',
      'giving.name as giving_name',
      'claimants.name as claimant_name',
      fn.coalesce('asking.name', 'taking.name').as('taking_name'),
      'claims.id as claim_id',
      'claims.qty',
      'claims.qty_done',
      'listings.title',
      'listings.unit',
      'listings.total',
      'listings.weight_typ_g',
      'listings.weight_grade',
    ])
    .where(inCare(care, 'pickups.hub_id'))
    .orderBy('pickups.starts_at')
    .orderBy('pickups.id')
    .orderBy('listings.title')
    .limit(most)
}

type TripRow = Awaited<ReturnType<ReturnType<typeof tripRows>['execute']>>[number]

// Trap: filled in a loop with `push` or `set`, a map makes the linter follow the whole query's type, for many seconds.
function asTrips(rows: readonly TripRow[]) {
  const firsts = rows.filter(({ id }, at) => rows[at - 1]?.id !== id)
  return firsts.map((first) => ({ ...tripOf(first), lots: rows.filter(({ id }) => id === first.id).map(lotOf) }))
}

function tripOf(row: TripRow) {
  const { id, state, starts_at, ends_at, donor_name, giving_name, claimant_name, taking_name } = row
  const { area, latitude_e6, longitude_e6, blur_radius_m } = row
  return {
    id,
    state,
    starts_at,
    ends_at,
    area,
    place: { latitude_e6, longitude_e6, blur_radius_m },
    donor_name,
    giving_name,
    claimant_name,
    taking_name,
  }
}

// The lot's estimate in proportion: what leaves is weighed at the handover.
function lotOf({ claim_id, title, unit, qty, qty_done, total, weight_typ_g, weight_grade }: TripRow) {
  const quantity = qty_done || qty
  const grams = weight_typ_g === null ? null : Math.round((weight_typ_g * quantity) / total)
  return { claim_id, title, unit, quantity, grams, grade: weight_grade }
}

export type Trip = Awaited<ReturnType<typeof pickupsBetween>>[number]
