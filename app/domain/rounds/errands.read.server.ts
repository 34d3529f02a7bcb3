import { type ExpressionBuilder, sql } from 'kysely'
import type { Database, Db } from '#db/database.ts'
import { romanDays } from '../instant.ts'
import { availabilityOn } from '../pickups/availability.read.server.ts'
import { collectionErrands } from './collection-errands.read.server.ts'
import type { Errand } from './errand.ts'
import { loadOf, loadOfCollection } from './load.ts'

type Hub = { id: string; place_id: string }

const most = 200

/**
 * What waits for a hub's vehicle on a Roman day, one errand for each claimant and site: what the hub takes for itself, and
 * what it is to bring to somebody who cannot come. With a time agreed it belongs to that day alone. At most 200 claims, and
 * the collections that recur on that day.
 */
export async function errandsOn(db: Db, hub: Hub, day: string): Promise<Errand[]> {
  const [rows, collections] = await Promise.all([
    claimRows(db, hub, romanDays(day)).execute(),
    collectionErrands(db, hub, day),
  ])
  return [...(await whenThere(db, groupErrands(rows, hub), day)), ...collections]
}

/** With the times at which each donor is there; without those who are not there at all that day. */
async function whenThere(db: Db, errands: Errand[], day: string) {
  const lots = errands.flatMap(({ claims }) => claims.map(({ listing_id }) => listing_id))
  const there = await availabilityOn(db, lots, day)
  const openingsOf = ({ collect, window, claims }: Errand) => {
    const said = claims.map(({ listing_id }) => there.get(listing_id)).find((spans) => spans !== undefined)
    if (!collect || window || !said) return null
    return said.map(({ starts_at, ends_at }) => ({ from: starts_at, to: ends_at }))
  }
  return errands
    .map((errand) => ({ ...errand, openings: openingsOf(errand) }))
    .filter(({ openings }) => openings === null || openings.length > 0)
}

function claimRows(db: Db, hub: Hub, { from, to }: { from: string; to: string }) {
  return openRows(db, hub)
    .where((eb) => eb.not(eb.exists(disposal(eb))))
    .where((eb) =>
      eb.or([
        eb.and([eb('pickups.starts_at', '>=', from), eb('pickups.starts_at', '<', to)]),
        eb.and([eb('collection_lots.starts_at', '>=', from), eb('collection_lots.starts_at', '<', to)]),
        eb.and([
          eb('pickups.id', 'is', null),
          eb('collection_lots.listing_id', 'is', null),
          eb.or([eb('listings.available_from', 'is', null), eb('listings.available_from', '<', to)]),
          eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>=', from)]),
        ]),
      ]),
    )
}

function openRows(db: Db, hub: Hub) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .innerJoin('members as donors', 'donors.id', 'listings.donor_id')
    .innerJoin('members as claimants', 'claimants.id', 'claims.claimant_id')
    .leftJoin('organisations as giving', 'giving.id', 'listings.organisation_id')
    .leftJoin('organisations as taking', 'taking.id', 'claims.organisation_id')
    .leftJoin('places as goals', 'goals.id', 'claims.delivery_place_id')
    .leftJoin('pickup_claims', (join) =>
      join.onRef('pickup_claims.claim_id', '=', 'claims.id').on((eb) => eb.exists(openPickup(eb))),
    )
    .leftJoin('pickups', 'pickups.id', 'pickup_claims.pickup_id')
    .leftJoin('collection_lots', 'collection_lots.listing_id', 'listings.id')
    .leftJoin('collections', 'collections.id', 'collection_lots.collection_id')
    .select((eb) => [
      'collections.id as collection_id',
      'collections.expected_g',
      'collections.expected_dm3',
      'claims.id as claim_id',
      'claims.party_key',
      'claims.hub_id as taking_hub_id',
      'claims.delivery_place_id',
      'claims.qty',
      'listings.id as listing_id',
      'listings.title',
      'listings.unit',
      'listings.total',
      'listings.weight_typ_g',
      'listings.weight_grade',
      'listings.piece_length_mm',
      'listings.piece_width_mm',
      'listings.piece_thickness_mm',
      'listings.floor',
      'listings.has_lift',
      'listings.help_to_load',
      'listings.available_from',
      'listings.must_go_by',
      'listings.place_id',
      'places.area',
      'goals.area as goal_area',
      'donors.name as donor_name',
      'giving.name as giving_name',
      'claimants.name as claimant_name',
      'taking.name as taking_name',
      eb.fn.coalesce('pickups.starts_at', 'collection_lots.starts_at').as('starts_at'),
      eb.fn.coalesce('pickups.ends_at', 'collection_lots.ends_at').as('ends_at'),
      'pickups.state as pickup_state',
      eb
        .exists(loadOfClaim(eb).where('round_loads.kind', '<>', 'deliver').where('round_loads.state', '=', 'done'))
        .as('is_fetched'),
    ])
    .where('claims.state', 'in', ['confirmed', 'scheduled'])
    .where((eb) => eb.or([eb('claims.hub_id', '=', hub.id), forwarded(eb, hub)]))
    .where((eb) => eb.not(eb.exists(loadOfClaim(eb).where('round_loads.state', '=', 'planned'))))
    .where((eb) =>
      eb.not(
        eb.exists(
          loadOfClaim(eb)
            .where('round_loads.state', '=', 'done')
            .where((on) => on.or([on('round_loads.kind', '=', 'deliver'), on('rounds.ended_at', 'is', null)])),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('handovers')
            .select('handovers.id')
            .whereRef('handovers.claim_id', '=', 'claims.id')
            .where('handovers.state', '<>', 'objected'),
        ),
      ),
    )
    .orderBy(sql`coalesce(listings.must_go_by, '9999')`)
    .orderBy('claims.id')
    .limit(most)
}

type Claims = ExpressionBuilder<Database, 'claims' | 'listings'>

/** Somebody else's, to be brought to them by this hub. */
function forwarded(eb: Claims, hub: Hub) {
  return eb.and([
    eb('claims.hub_id', 'is', null),
    eb('claims.transport', '=', 'needs_delivery'),
    eb('listings.hub_id', '=', hub.id),
  ])
}

/** The pickup of a claim that is proposed, agreed or under way. */
export function openPickup(eb: ExpressionBuilder<Database, 'pickup_claims'>) {
  return eb
    .selectFrom('pickups as open_pickups')
    .select('open_pickups.id')
    .whereRef('open_pickups.id', '=', 'pickup_claims.pickup_id')
    .where('open_pickups.state', 'in', ['proposed', 'confirmed', 'in_progress'])
}

/** What was thrown away from the van is brought to nobody. */
function disposal(eb: Claims) {
  return eb
    .selectFrom('round_moves')
    .innerJoin('round_loads', 'round_loads.id', 'round_moves.load_id')
    .select('round_moves.id')
    .whereRef('round_loads.claim_id', '=', 'claims.id')
    .where('round_moves.kind', '=', 'disposed')
}

function loadOfClaim(eb: Claims) {
  return eb
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .innerJoin('rounds', 'rounds.id', 'round_stops.round_id')
    .select('round_loads.id')
    .whereRef('round_loads.claim_id', '=', 'claims.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof openRows>['execute']>>[number]

// Trap: filled in a loop with `push` or `set`, a map makes the linter follow the whole query's type, for minutes.
function groupErrands(rows: readonly Row[], hub: Hub): Errand[] {
  const waiting = rows
    .filter((row) => row.taking_hub_id === null || !isAtHub(row, hub))
    .map((row) => ({ row, together: togetherBy(row, hub) }))
  const firsts = waiting.filter((one, at) => waiting.findIndex(({ together }) => together === one.together) === at)
  return firsts.map((first) => {
    const own = waiting.filter(({ together }) => together === first.together)
    return { ...errandOf(first.row, hub), claims: own.map(({ row }) => claimOf(row)) }
  })
}

function togetherBy(row: Row, hub: Hub) {
  return [isAtHub(row, hub), row.place_id, row.party_key, row.delivery_place_id, row.collection_id].join(' ')
}

function isAtHub({ is_fetched, place_id }: Row, hub: Hub) {
  return Boolean(is_fetched) || place_id === hub.place_id
}

function errandOf(row: Row, hub: Hub): Errand {
  const isForHub = row.taking_hub_id !== null
  const agreed = row.starts_at !== null && row.ends_at !== null ? { from: row.starts_at, to: row.ends_at } : undefined
  return {
    id: row.claim_id,
    collect: isAtHub(row, hub) ? undefined : { place_id: row.place_id ?? '', area: row.area },
    deliver:
      isForHub || row.delivery_place_id === null
        ? undefined
        : { place_id: row.delivery_place_id, area: row.goal_area ?? '' },
    lacks_goal: !isForHub && row.delivery_place_id === null,
    window: agreed ?? null,
    is_agreed: row.collection_id !== null || row.pickup_state === 'confirmed' || row.pickup_state === 'in_progress',
    openings: null,
    must_go_by: row.collection_id === null ? row.must_go_by : null,
    from: row.giving_name ?? row.donor_name,
    to: row.taking_name ?? row.claimant_name,
    claims: [],
  }
}

function claimOf(row: Row): Errand['claims'][number] {
  const { claim_id, listing_id, title, unit, qty, weight_grade, floor, has_lift, help_to_load } = row
  return {
    id: claim_id,
    listing_id,
    title,
    unit,
    quantity: qty,
    grade: weight_grade,
    floor,
    has_lift,
    help_to_load,
    ...(row.collection_id === null ? loadOf(row, qty) : loadOfCollection(row)),
  }
}
