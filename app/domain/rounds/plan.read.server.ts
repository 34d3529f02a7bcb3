import type { Db } from '#db/database.ts'
import type { ClaimState } from '#db/schema/claims.ts'
import { endedWithoutGoods } from '../claims/claim.ts'
import { openPickup } from './errands.read.server.ts'
import type { PlannedLoad, PlannedRound, PlannedStop } from './planned-round.ts'

const mostRounds = 60
const mostLoads = 2000

/** The rounds of these hubs on a Roman day that were not called off, with their vehicles, stops and loads, in order. */
export async function roundsOn(db: Db, hubIds: readonly string[], day: string): Promise<PlannedRound[]> {
  if (hubIds.length === 0) return []
  const rows = await roundRows(db)
    .where('rounds.hub_id', 'in', [...hubIds])
    .where('rounds.day', '=', day)
    .where('rounds.state', '<>', 'cancelled')
    .orderBy('vehicles.name')
    .orderBy('rounds.made_at')
    .execute()
  return withStops(db, rows)
}

export async function roundOf(db: Db, roundId: string): Promise<PlannedRound | undefined> {
  const rows = await roundRows(db).where('rounds.id', '=', roundId).execute()
  return (await withStops(db, rows))[0]
}

function roundRows(db: Db) {
  return db
    .selectFrom('rounds')
    .innerJoin('vehicles', 'vehicles.id', 'rounds.vehicle_id')
    .innerJoin('hubs', 'hubs.id', 'rounds.hub_id')
    .innerJoin('members as changers', 'changers.id', 'rounds.changed_by')
    .leftJoin('members as drivers', 'drivers.id', 'rounds.driver_id')
    .selectAll('rounds')
    .select([
      'hubs.slug as hub_slug',
      'hubs.name as hub_name',
      'vehicles.name as vehicle_name',
      'vehicles.capacity_g',
      'vehicles.capacity_dm3',
      'vehicles.longest_mm as vehicle_mm',
      'vehicles.from_time',
      'vehicles.to_time',
      'changers.name as changed_by_name',
      'drivers.name as driver_name',
    ])
    .limit(mostRounds)
}

type Row = Awaited<ReturnType<ReturnType<typeof roundRows>['execute']>>[number]

async function withStops(db: Db, rounds: readonly Row[]): Promise<PlannedRound[]> {
  if (rounds.length === 0) return []
  const ids = rounds.map(({ id }) => id)
  const stops = await stopRows(db, ids)
  const loads = await loadRows(db, ids)
  return rounds.map((round) => ({
    ...round,
    stops: stops
      .filter(({ round_id }) => round_id === round.id)
      .map((stop) => ({ ...stop, loads: loads.filter(({ stop_id }) => stop_id === stop.id) }))
      .flatMap(withoutEnded),
  }))
}

/** As `dropEnded` will leave it: nobody goes for what has ended. */
function withoutEnded(stop: PlannedStop): PlannedStop[] {
  const loads = stop.loads.filter(({ state, claim_state }) => state !== 'planned' || !isEnded(claim_state))
  return loads.length === 0 && stop.loads.length > 0 ? [] : [{ ...stop, loads }]
}

function isEnded(state: ClaimState) {
  return (endedWithoutGoods as readonly ClaimState[]).includes(state)
}

function stopRows(db: Db, roundIds: readonly string[]) {
  return db
    .selectFrom('round_stops')
    .innerJoin('places', 'places.id', 'round_stops.place_id')
    .selectAll('round_stops')
    .select('places.area')
    .where('round_stops.round_id', 'in', [...roundIds])
    .orderBy('round_stops.position')
    .limit(mostLoads)
    .execute()
}

async function loadRows(db: Db, roundIds: readonly string[]) {
  const rows = await db
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .innerJoin('claims', 'claims.id', 'round_loads.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('members as donors', 'donors.id', 'listings.donor_id')
    .innerJoin('members as claimants', 'claimants.id', 'claims.claimant_id')
    .leftJoin('organisations as giving', 'giving.id', 'listings.organisation_id')
    .leftJoin('organisations as taking', 'taking.id', 'claims.organisation_id')
    .leftJoin('pickup_claims', (join) =>
      join.onRef('pickup_claims.claim_id', '=', 'claims.id').on((eb) => eb.exists(openPickup(eb))),
    )
    .leftJoin('pickups', 'pickups.id', 'pickup_claims.pickup_id')
    .leftJoin('collection_lots', 'collection_lots.listing_id', 'listings.id')
    .selectAll('round_loads')
    .select((eb) => [
      'claims.hub_id as taking_hub_id',
      'claims.state as claim_state',
      'listings.id as listing_id',
      'listings.title',
      'listings.unit',
      'listings.weight_grade',
      'listings.floor',
      'listings.has_lift',
      'listings.help_to_load',
      'donors.name as donor_name',
      'giving.name as giving_name',
      'claimants.name as claimant_name',
      'taking.name as taking_name',
      eb.fn.coalesce('pickups.starts_at', 'collection_lots.starts_at').as('agreed_from'),
      eb.fn.coalesce('pickups.ends_at', 'collection_lots.ends_at').as('agreed_to'),
      'pickups.state as pickup_state',
      'collection_lots.collection_id',
    ])
    .where('round_stops.round_id', 'in', [...roundIds])
    .orderBy('listings.title')
    .orderBy('round_loads.id')
    .limit(mostLoads)
    .execute()
  return rows.map(asLoad)
}

type LoadFacts = Omit<PlannedLoad, 'from' | 'to'> & {
  donor_name: string
  giving_name: string | null
  claimant_name: string
  taking_name: string | null
}

function asLoad({ donor_name, giving_name, claimant_name, taking_name, ...load }: LoadFacts): PlannedLoad {
  return { ...load, from: giving_name ?? donor_name, to: taking_name ?? claimant_name }
}

/** The unit of what a load carries; pieces when there is no such load. */
export async function unitOfLoad(db: Db, loadId: string) {
  const row = await db
    .selectFrom('round_loads')
    .innerJoin('claims', 'claims.id', 'round_loads.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select('listings.unit')
    .where('round_loads.id', '=', loadId)
    .executeTakeFirst()
  return row?.unit ?? ('piece' as const)
}
