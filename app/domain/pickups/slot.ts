import { Temporal } from 'temporal-polyfill'
import type { SlotKind, SlotRow, SlotSeriesRow } from '#db/schema/pickups.ts'
import { dayInRome, fromRome, later, toRome } from '../instant.ts'
import { type Closure, daysLater, type Hours, spansOn, weekdayOf } from '../places/opening.ts'

export const slotKinds = ['drop_off', 'pickup'] as const satisfies readonly SlotKind[]

export type Door = { hours: readonly Hours[]; closures: readonly Closure[] }
export type Series = Pick<
  SlotSeriesRow,
  | 'id'
  | 'kind'
  | 'weekday'
  | 'from_time'
  | 'to_time'
  | 'every_minutes'
  | 'capacity'
  | 'starts_on'
  | 'ends_on'
  | 'made_by'
>
export type Slot = Pick<SlotRow, 'kind' | 'series_id' | 'starts_at' | 'ends_at' | 'capacity' | 'booked' | 'offered_by'>

/** How far ahead people may book: two weeks and a day, so that the page never ends on a day half shown. */
export const daysAhead = 15

/**
 * The slots of a series on the days from `day` on, on a Roman clock and while the hub is open. An hour that a spring
 * night skips gives no slot; one that an autumn night has twice gives the first of the two.
 */
export function slotsOfSeries(series: Series, door: Door, { day, count }: { day: string; count: number }): Slot[] {
  const days = Array.from({ length: count }, (_, ahead) => daysLater(day, ahead))
  return days.filter((each) => isOn(series, each)).flatMap((each) => slotsOnDay(series, door, each))
}

/** Computed slots with what is kept of them: a kept one stands in the place of its computed twin. */
export function withKept(computed: readonly Slot[], kept: readonly SlotRow[]) {
  const rows = new Map(kept.map((row) => [keyOf(row), row]))
  const untouched = computed.filter((slot) => !rows.has(keyOf(slot))).map((slot) => ({ ...slot, closed_at: null }))
  return [...untouched, ...kept].sort((a, b) => a.starts_at.localeCompare(b.starts_at) || a.kind.localeCompare(b.kind))
}

/** Whether the hub is open from the first minute of a slot to its last. */
export function isWithin({ starts_at, ends_at }: Pick<Slot, 'starts_at' | 'ends_at'>, { hours, closures }: Door) {
  const day = dayInRome(starts_at)
  return spansOn(day, hours, closures).some(
    ({ from_time, to_time }) =>
      fromRome(`${day}T${from_time}`) <= starts_at && ends_at <= fromRome(`${day}T${to_time}`),
  )
}

type Weekly = Pick<Series, 'kind' | 'weekday' | 'from_time' | 'to_time' | 'starts_on' | 'ends_on'>

/** Two series of one kind that would be there at the same time on some day to come. */
export function overlap(a: Weekly, b: Weekly) {
  const together = (a.ends_on === null || b.starts_on <= a.ends_on) && (b.ends_on === null || a.starts_on <= b.ends_on)
  return a.kind === b.kind && a.weekday === b.weekday && together && a.from_time < b.to_time && b.from_time < a.to_time
}

export function isOn({ weekday, starts_on, ends_on }: Pick<Series, 'weekday' | 'starts_on' | 'ends_on'>, day: string) {
  return weekdayOf(day) === weekday && starts_on <= day && (ends_on === null || day <= ends_on)
}

function slotsOnDay(series: Series, door: Door, day: string): Slot[] {
  const slots: Slot[] = []
  const step = { minutes: series.every_minutes }
  const last = Temporal.PlainTime.from(series.to_time)
  let time = Temporal.PlainTime.from(series.from_time)
  // A time that went round midnight is before the one it came from.
  for (
    let next = time.add(step);
    Temporal.PlainTime.compare(next, time) > 0 && Temporal.PlainTime.compare(next, last) <= 0;
    next = time.add(step)
  ) {
    const starts_at = instantOf(day, time)
    const ends_at = starts_at && later(starts_at, step)
    const { id, kind, capacity, made_by } = series
    const slot = { kind, series_id: id, capacity, booked: 0, offered_by: made_by }
    if (starts_at && ends_at && isWithin({ starts_at, ends_at }, door)) slots.push({ ...slot, starts_at, ends_at })
    time = next
  }
  return slots
}

function instantOf(day: string, time: Temporal.PlainTime) {
  const wallClock = `${day}T${time.toString({ smallestUnit: 'minute' })}`
  const instant = fromRome(wallClock)
  return toRome(instant) === wallClock ? instant : undefined
}

const keyOf = ({ kind, starts_at }: Pick<Slot, 'kind' | 'starts_at'>) => `${kind} ${starts_at}`
