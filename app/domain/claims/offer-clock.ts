import { fromRome, later, toRome } from '../instant.ts'
import type { Urgency } from '../listings/listing.ts'

const hoursToAnswer = { calm: 24, soon: 12, urgent: 6, rescue: 2 } as const satisfies Record<Urgency, number>

/** The clock runs from 8 to 20 on a Roman clock. Nobody loses their boards while asleep. */
const opens = 8
const closes = 20

/** When an offer made at `now` lapses: so many waking hours later. */
export function offerExpiry(now: string, urgency: Urgency) {
  let minutesLeft = hoursToAnswer[urgency] * 60
  let at = wakingMoment(now)
  for (;;) {
    const toClosing = (Date.parse(romanHour(at, closes)) - Date.parse(at)) / 60_000
    if (minutesLeft <= toClosing) return later(at, { minutes: minutesLeft })
    minutesLeft -= toClosing
    at = wakingMoment(romanHour(at, closes))
  }
}

/** The same moment if the clock is running, else the next 8:00. */
function wakingMoment(instant: string) {
  const hour = Number(toRome(instant).slice(11, 13))
  if (hour < opens) return romanHour(instant, opens)
  return hour >= closes ? romanHour(later(romanHour(instant, 12), { days: 1 }), opens) : instant
}

function romanHour(instant: string, hour: number) {
  return fromRome(`${toRome(instant).slice(0, 10)}T${String(hour).padStart(2, '0')}:00`)
}
