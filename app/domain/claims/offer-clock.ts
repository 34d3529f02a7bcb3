import { afterWaking, wakingDay } from '../clocks/waking-hours.ts'
import type { Urgency } from '../listings/listing.ts'

const hoursToAnswer = { calm: 24, soon: 12, urgent: 6, rescue: 2 } as const satisfies Record<Urgency, number>

const minutesToSchedule = {
  calm: 3 * wakingDay,
  soon: 2 * wakingDay,
  urgent: wakingDay,
  rescue: 6 * 60,
} as const satisfies Record<Urgency, number>

/** When an offer made at `now` lapses: so many waking hours later. */
export function offerExpiry(now: string, urgency: Urgency) {
  return afterWaking(now, hoursToAnswer[urgency] * 60)
}

/** When whoever has not answered an offer made at `now` is reminded: with a quarter of the time left. */
export function offerReminder(now: string, urgency: Urgency) {
  return afterWaking(now, hoursToAnswer[urgency] * 45)
}

/** By when a claim confirmed at `now` must have a pickup: 3, 2 or 1 waking days, or 6 waking hours. */
export function scheduleBy(now: string, urgency: Urgency) {
  return afterWaking(now, minutesToSchedule[urgency])
}
