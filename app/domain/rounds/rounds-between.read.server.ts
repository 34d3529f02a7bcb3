import type { Db } from '#db/database.ts'
import { dayInRome } from '../instant.ts'

const most = 400

/** The rounds of these hubs from one Roman day to another, both within, not called off: vehicle, times, stops, kilograms. At most 400. */
export async function roundsBetween(db: Db, hubIds: readonly string[], { from, to }: { from: string; to: string }) {
  if (hubIds.length === 0) return []
  return summaries(db, hubIds)
    .where('rounds.day', '>=', from)
    .where('rounds.day', '<=', to)
    .where('rounds.state', '<>', 'cancelled')
    .orderBy('rounds.day')
    .orderBy('rounds.leaves_at')
    .orderBy('rounds.id')
    .execute()
}

/** Rounds whose day is over and which nobody has closed, and those that should have left today and have not, oldest first. */
export async function roundsBehind(db: Db, hubIds: readonly string[], now: string) {
  if (hubIds.length === 0) return []
  const today = dayInRome(now)
  return summaries(db, hubIds)
    .where((eb) =>
      eb.or([
        eb.and([eb('rounds.day', '<', today), eb('rounds.state', 'in', ['published', 'in_progress'])]),
        eb.and([eb('rounds.day', '=', today), eb('rounds.state', '=', 'published'), eb('rounds.leaves_at', '<', now)]),
      ]),
    )
    .orderBy('rounds.day')
    .orderBy('rounds.id')
    .execute()
}

function summaries(db: Db, hubIds: readonly string[]) {
  return db
    .selectFrom('rounds')
    .innerJoin('vehicles', 'vehicles.id', 'rounds.vehicle_id')
    .innerJoin('hubs', 'hubs.id', 'rounds.hub_id')
    .select(['rounds.id', 'rounds.day', 'rounds.state', 'rounds.leaves_at', 'rounds.returns_at', 'rounds.metres'])
    .select(['vehicles.name as vehicle_name', 'hubs.name as hub_name', 'hubs.slug as hub_slug'])
    .select((eb) => [
      eb
        .selectFrom('round_stops')
        .select(({ fn }) => fn.countAll<number>().as('stops'))
        .whereRef('round_stops.round_id', '=', 'rounds.id')
        .where('round_stops.kind', 'in', ['collect', 'deliver'])
        .as('stops'),
      eb
        .selectFrom('round_loads')
        .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('round_loads.grams'), eb.val(0)).as('grams'))
        .whereRef('round_stops.round_id', '=', 'rounds.id')
        .where('round_loads.kind', '=', 'collect')
        .as('grams'),
    ])
    .where('rounds.hub_id', 'in', [...hubIds])
    .limit(most)
}

export type RoundSummary = Awaited<ReturnType<typeof roundsBetween>>[number]
