import type { Db } from '#db/database.ts'
import type { SlotKind } from '#db/schema/pickups.ts'
import { dayInRome, romanDays } from '../instant.ts'
import { problemWithTimes } from './pickup.ts'
import { type Door, daysAhead, isOn, isWithin, slotsOfSeries, withKept } from './slot.ts'

const most = 1000

/** A hub's hours and closures, as its slots need them. */
export async function doorOfHub(db: Db, hubId: string): Promise<Door> {
  const [hours, closures] = await Promise.all([
    db.selectFrom('hub_hours').select(['weekday', 'from_time', 'to_time']).where('hub_id', '=', hubId).execute(),
    db
      .selectFrom('hub_closures')
      .select(['from_day', 'to_day', 'reason'])
      .where('hub_id', '=', hubId)
      .orderBy('from_day', 'desc')
      .limit(200)
      .execute(),
  ])
  return { hours, closures }
}

/** The weekly series of a hub that are not over by `day`. */
export function seriesOf(db: Db, hubId: string, day: string) {
  return db
    .selectFrom('slot_series')
    .selectAll()
    .where('hub_id', '=', hubId)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
    .orderBy('from_time')
    .limit(200)
    .execute()
}

/** Every slot of a hub on the days from `day` on, closed and full ones too. */
export async function slotsOf(db: Db, hubId: string, days: { day: string; count: number }) {
  const { from, to } = romanDays(days.day, days.count)
  const [door, series, kept] = await Promise.all([
    doorOfHub(db, hubId),
    seriesOf(db, hubId, days.day),
    keptSlots(db, hubId).where('starts_at', '>=', from).where('starts_at', '<', to).limit(most).execute(),
  ])
  const computed = series.flatMap((each) => slotsOfSeries(each, door, days))
  // Of a series that has ended, or a day that closed, only what somebody still counts on is left.
  const possible = new Set(computed.map(({ kind, starts_at }) => `${kind} ${starts_at}`))
  const standing = kept.filter(
    (row) =>
      row.booked > 0 ||
      row.closed_at !== null ||
      (row.series_id === null ? isWithin(row, door) : possible.has(`${row.kind} ${row.starts_at}`)),
  )
  return withKept(computed, standing)
}

/** The times at which somebody brings something to these hubs, between two instants. At most 1.000. */
export async function timesBooked(db: Db, hubIds: readonly string[], { from, to }: { from: string; to: string }) {
  if (hubIds.length === 0) return []
  return db
    .selectFrom('slots')
    .innerJoin('hubs', 'hubs.id', 'slots.hub_id')
    .select(['slots.id', 'slots.starts_at', 'slots.ends_at', 'slots.booked', 'slots.capacity'])
    .select(['hubs.slug as hub_slug', 'hubs.name as hub_name'])
    .where('slots.hub_id', 'in', [...hubIds])
    .where('slots.kind', '=', 'drop_off')
    .where('slots.booked', '>', 0)
    .where('slots.starts_at', '>=', from)
    .where('slots.starts_at', '<', to)
    .orderBy('slots.starts_at')
    .orderBy('slots.id')
    .limit(most)
    .execute()
}

/** What can be booked at a hub from now on: open, with a place left, soonest first. */
export async function freeSlots(db: Db, hubId: string, kind: SlotKind, now: string) {
  const slots = await slotsOf(db, hubId, { day: dayInRome(now), count: daysAhead })
  return slots.filter(
    (slot) => slot.kind === kind && slot.starts_at > now && slot.closed_at === null && slot.booked < slot.capacity,
  )
}

/** The free pickup slots that lie within the days of a claim's lot. */
export async function slotsForClaim(db: Db, hubId: string, lot: Window, now: string) {
  const free = await freeSlots(db, hubId, 'pickup', now)
  return free.filter((slot) => problemWithTimes(slot, lot, now) === undefined)
}

type Window = { available_from: string | null; must_go_by: string | null }

/** The slot of a hub that starts at this instant, if it is one that may be booked: kept, or computed from a series. */
export async function slotAt(db: Db, hubId: string, { kind, starts_at }: { kind: SlotKind; starts_at: string }) {
  const day = dayInRome(starts_at)
  const [door, kept] = await Promise.all([
    doorOfHub(db, hubId),
    keptSlots(db, hubId).where('kind', '=', kind).where('starts_at', '=', starts_at).executeTakeFirst(),
  ])
  if (kept?.series_id === null) return isWithin(kept, door) ? kept : undefined
  const series = (await seriesOf(db, hubId, day)).filter((each) => each.kind === kind && isOn(each, day))
  return series
    .flatMap((each) => slotsOfSeries(each, door, { day, count: 1 }))
    .find((slot) => slot.starts_at === starts_at)
}

function keptSlots(db: Db, hubId: string) {
  return db.selectFrom('slots').selectAll().where('hub_id', '=', hubId).orderBy('starts_at')
}
