import { Temporal } from 'temporal-polyfill'

const rome = 'Europe/Rome'

export type Span = { days?: number; hours?: number; minutes?: number }

/** The instant `span` later (or earlier, when negative). A day is 24 hours here. */
export function later(instant: string, { days = 0, hours = 0, minutes = 0 }: Span) {
  return new Date(Date.parse(instant) + ((days * 24 + hours) * 60 + minutes) * 60_000).toISOString()
}

/** 'YYYY-MM-DDTHH:mm' on a Roman clock → instant. In the hour that a spring night skips, the hour after it. */
export function fromRome(wallClock: string) {
  return new Date(Temporal.PlainDateTime.from(wallClock).toZonedDateTime(rome).epochMilliseconds).toISOString()
}

/** Whether a text is a day and a time that exist, as `<input type="datetime-local">` sends them. */
export function isWallClock(text: string) {
  const read = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? new Date(`${text}Z`) : undefined
  return read !== undefined && !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(text)
}

/** Instant → 'YYYY-MM-DDTHH:mm' on a Roman clock, as `<input type="datetime-local">` wants it. */
export function toRome(instant: string) {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(rome).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The Roman calendar day of an instant, 'YYYY-MM-DD'. */
export function dayInRome(instant: string) {
  return toRome(instant).slice(0, 10)
}

/** What begins on each Roman day, the days in the order of their first. */
export function byRomanDay<Thing extends { starts_at: string }>(things: readonly Thing[]) {
  const days = new Map<string, Thing[]>()
  for (const thing of things) {
    const day = dayInRome(thing.starts_at)
    const there = days.get(day)
    if (there) there.push(thing)
    else days.set(day, [thing])
  }
  return [...days]
}

/** First and last instant (exclusive) of the Roman days from `day` on, for a query between the two. */
export function romanDays(day: string, count = 1) {
  const after = Temporal.PlainDate.from(day).add({ days: count }).toString()
  return { from: fromRome(`${day}T00:00`), to: fromRome(`${after}T00:00`) }
}

/** The last minute of a Roman day: until when a thing "must go by" that day. */
export function endOfRomanDay(day: string) {
  return fromRome(`${day}T23:59`)
}
