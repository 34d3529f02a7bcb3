import { vehiclesOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { dayInRome, later } from '#app/domain/instant.ts'
import type { TimedVehicle } from '#app/domain/pickups/rounds/outcome.ts'
import { retime, type Sequences } from '#app/domain/pickups/rounds/retime.ts'
import { arrangeRounds } from '#app/domain/rounds/arrange-rounds.server.ts'
import type { Arranged } from '#app/domain/rounds/arranged.ts'
import { dayFacts } from '#app/domain/rounds/day-facts.server.ts'
import { type DayFacts, dayProblem } from '#app/domain/rounds/day-problem.ts'
import { crowTravel } from '#app/domain/rounds/travel.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, given, type Neighbour, now } from './world.ts'

export const tomorrow = dayInRome(later(now, { days: 1 }))

/** Officine Zero's van: 1,200 kg, ten cubic metres, pieces of four metres. */
export async function givenVan(facts: Partial<{ id: string; name: string; capacity_g: number }> = {}) {
  const id = facts.id ?? newId()
  const size = { capacity_g: 1_200_000, capacity_dm3: 10_000, longest_mm: 4000, crew: 2 }
  const hours = { from_time: '08:00', to_time: '18:00', retired_at: null }
  await db
    .insertInto('vehicles')
    .values({ id, hub_id: 'oz', name: 'Ducato 1', ...size, ...hours, ...facts })
    .execute()
  return id
}

/** Ada's boards, asked for by the hub for its stock: eight confirmed, to be fetched. */
export async function givenHubErrand(quantity = 8) {
  const lot = await given.listing()
  const taken = { claimant_id: 'dario', party_key: 'oz', hub_id: 'oz', qty_wanted: quantity } as const
  return given.claim({ listing_id: lot.id, state: 'confirmed', ...taken })
}

/** Ada's boards for Bruno, who cannot come: eight confirmed, to be brought to his workshop. */
export async function givenDelivery(quantity = 8) {
  const lot = await given.listing({ title: 'Travetti' })
  const ask = { qty_wanted: quantity, transport: 'needs_delivery', delivery_place_id: 'workshop' } as const
  return given.claim({ listing_id: lot.id, state: 'confirmed', ...ask })
}

/** The facts of Officine Zero's day, as a coordinator's page reads them. */
export async function factsOf(day = tomorrow): Promise<DayFacts> {
  const hub = await hubBySlug(db, 'officine-zero')
  if (!hub) throw new Error('Officine Zero is gone')
  const alone = { vehicles: await vehiclesOf(db, hub.id), doorsOf: async () => new Map(), travelBetween: crowTravel }
  return (await dayFacts(db, hub, day, alone)).facts
}

/** Arranges these orders, timed, as `who` saw the day. */
export async function arrange(
  sequences: Sequences,
  { who = 'dario', facts }: { who?: Neighbour; facts?: DayFacts } = {},
) {
  const seen = facts ?? (await factsOf())
  const outcome = retime(dayProblem(seen), sequences)
  const changed = outcome.vehicles.filter(({ id }) => sequences.some(({ vehicle }) => vehicle === id))
  const hub = { id: 'oz', place_id: 'oz-yard' }
  return write(db, (trx) =>
    arrangeRounds(
      trx,
      actOf(who),
      { hub, day: seen.day },
      changed.map((timed) => arrangedAs(seen, timed)),
    ),
  )
}

function arrangedAs({ rounds }: DayFacts, timed: TimedVehicle): Arranged {
  const round = rounds.find(({ vehicle_id, ended_at }) => vehicle_id === timed.id && ended_at === null)
  return { vehicle_id: timed.id, version: round?.version ?? 0, timed, pinned: new Set(), is_locked: false }
}
