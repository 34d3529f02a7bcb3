import { closuresBetween } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { dayInRome, romanDays } from '#app/domain/instant.ts'
import { collectionDays, collectionsOf } from '#app/domain/pickups/collections.read.server.ts'
import { timesBooked } from '#app/domain/pickups/slots.read.server.ts'
import { type RoundSummary, roundsBetween } from '#app/domain/rounds/rounds-between.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import type { asTrip } from './board-rows.server.ts'

type Trip = ReturnType<typeof asTrip>

type Entry = { id: string; to: string; at: string | null; hub: string }

/** One thing a coordinator's calendar shows: what, when, and where to open it. */
export type AgendaEntry =
  | (Entry & { kind: 'closed'; reason: string })
  | (Entry & { kind: 'round'; name: string; state: RoundSummary['state']; stops: number; grams: number })
  | (Entry & { kind: 'pickup'; title: string; others: number; area: string; state: Trip['state'] })
  | (Entry & { kind: 'drop_off'; booked: number; capacity: number })
  | (Entry & { kind: 'collection'; name: string; area: string })

type Ask = { hubIds: readonly string[]; week: readonly string[]; trips: readonly Trip[] }

/** Seven days with all that happens on them, each day's in the order of the clock: rounds, pickups, who brings, who is visited, who is shut. */
export async function agendaOf({ db }: MemberVisit, { hubIds, week, trips }: Ask) {
  const [from = '', to = ''] = [week[0], week.at(-1)]
  const [rounds, booked, plans, closures] = await Promise.all([
    roundsBetween(db, hubIds, { from, to }),
    timesBooked(db, hubIds, romanDays(from, week.length)),
    collectionsOf(db, { hub_ids: hubIds }, from),
    closuresBetween(db, hubIds, { from, to }),
  ])
  const visits = await collectionDays(db, plans, { day: from, count: week.length })
  return week.map((date) => ({
    date,
    entries: [
      ...closures
        .filter(({ from_day, to_day }) => from_day <= date && date <= to_day)
        .map((each): AgendaEntry => closed(each, date)),
      ...[
        ...rounds.filter(({ day }) => day === date).map(round),
        ...trips.filter(({ starts_at }) => dayInRome(starts_at) === date).map(pickup),
        ...booked.filter(({ starts_at }) => dayInRome(starts_at) === date).map((each) => dropOff(each, date)),
        ...visits.filter(({ on }) => on === date).map(collection),
      ].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
    ],
  }))
}

function closed({ hub_slug, hub_name, reason }: Awaited<ReturnType<typeof closuresBetween>>[number], date: string) {
  const to = `/hubs/${hub_slug}/closures`
  return { kind: 'closed' as const, id: `closed ${hub_slug} ${date}`, to, at: null, hub: hub_name, reason }
}

function round({ id, vehicle_name, hub_name, state, leaves_at, stops, grams }: RoundSummary): AgendaEntry {
  return {
    kind: 'round',
    id,
    to: `/rounds/${id}`,
    at: leaves_at,
    hub: hub_name,
    name: vehicle_name,
    state,
    stops: stops ?? 0,
    grams: grams ?? 0,
  }
}

function pickup({ id, starts_at, area, state, lots }: Trip): AgendaEntry {
  const [first, ...others] = lots
  const to = `/claims/${first?.claim_id ?? ''}`
  return {
    kind: 'pickup',
    id,
    to,
    at: starts_at,
    hub: '',
    title: first?.title ?? '',
    others: others.length,
    area,
    state,
  }
}

function dropOff(slot: Awaited<ReturnType<typeof timesBooked>>[number], date: string): AgendaEntry {
  const { id, starts_at, hub_slug, hub_name, booked, capacity } = slot
  const to = `/hubs/${hub_slug}/slots?day=${date}`
  return { kind: 'drop_off', id, to, at: starts_at, hub: hub_name, booked, capacity }
}

function collection({ plan, day, starts_at }: Awaited<ReturnType<typeof collectionDays>>[number]): AgendaEntry {
  const { id, organisation_name, hub_slug, hub_name, area } = plan
  const to = `/hubs/${hub_slug}/collections`
  return {
    kind: 'collection',
    id: `${id} ${day}`,
    to,
    at: starts_at,
    hub: hub_name,
    name: organisation_name,
    area: area ?? '',
  }
}
