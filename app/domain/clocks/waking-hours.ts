import { fromRome, later, toRome } from '../instant.ts'

/** Clocks that wait for a person run from 8 to 20 on a Roman clock. Nobody loses their boards while asleep. */
const opens = 8
const closes = 20

/** Minutes in a waking day. */
export const wakingDay = (closes - opens) * 60

/** The instant so many waking minutes after `now`. */
export function afterWaking(now: string, minutes: number) {
  let minutesLeft = minutes
  let at = wakingMoment(now)
  for (;;) {
    const toClosing = (Date.parse(romanHour(at, closes)) - Date.parse(at)) / 60_000
    if (minutesLeft <= toClosing) return later(at, { minutes: minutesLeft })
    minutesLeft -= toClosing
    at = wakingMoment(romanHour(at, closes))
  }
}

/** The same moment if people are awake, else the next 8:00. */
export function wakingMoment(instant: string) {
  const hour = Number(toRome(instant).slice(11, 13))
  if (hour < opens) return romanHour(instant, opens)
  return hour >= closes ? romanHour(later(romanHour(instant, 12), { days: 1 }), opens) : instant
}

function romanHour(instant: string, hour: number) {
  return fromRome(`${toRome(instant).slice(0, 10)}T${String(hour).padStart(2, '0')}:00`)
}
