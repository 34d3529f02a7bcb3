import { Temporal } from 'temporal-polyfill'
import type { PickupRow } from '#db/schema/pickups.ts'
import type { Clock } from '../clocks/clock.ts'
import { dayInRome, fromRome, later } from '../instant.ts'

/** Late enough to be about tomorrow, early enough to borrow a van. */
const eveOnTheClock = '17:00'

/** The reminders of an agreed pickup still to come: the day before at 17 on a Roman clock, and two hours before. */
export function pickupClocks({ id, starts_at }: Pick<PickupRow, 'id' | 'starts_at'>, now: string): Clock[] {
  return reminderTimes(starts_at, now).map((due_at) => ({ kind: 'remind-pickup', subject_id: id, due_at }))
}

/** The same two instants for anything that starts; those already gone are left out. */
export function reminderTimes(starts_at: string, now: string) {
  const eve = Temporal.PlainDate.from(dayInRome(starts_at)).subtract({ days: 1 })
  return [fromRome(`${eve}T${eveOnTheClock}`), later(starts_at, { hours: -2 })].filter((due_at) => due_at > now)
}
