import { dayInRome, fromRome, later, toRome } from '../instant.ts'

/** 'HH:MM' → seconds since midnight. */
export function daySeconds(time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60
}

/** Where the Roman clock stands at an instant, in seconds since the midnight of `day`; of another day, its first or last. */
export function secondsOf(instant: string, day: string) {
  const itsDay = dayInRome(instant)
  if (itsDay !== day) return itsDay < day ? 0 : 24 * 3600
  return daySeconds(toRome(instant).slice(11)) + Number(instant.slice(17, 19))
}

/** The instant at which a Roman clock shows so many seconds since the midnight of `day`. Past midnight it goes on counting. */
export function instantAt(day: string, seconds: number) {
  const minutes = Math.floor(seconds / 60)
  const inDay = Math.min(minutes, 24 * 60 - 1)
  const [hour, minute] = [Math.floor(inDay / 60), inDay % 60].map((n) => String(n).padStart(2, '0'))
  return later(fromRome(`${day}T${hour}:${minute}`), { minutes: minutes - inDay })
}
