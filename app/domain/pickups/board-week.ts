import { Temporal } from 'temporal-polyfill'

/** The seven days of a day's week, Monday first, as 'YYYY-MM-DD'. */
export function weekOf(day: string) {
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, at) => monday.add({ days: at }).toString())
}

/** The same day of another week. */
export function weeksLater(day: string, weeks: number) {
  return Temporal.PlainDate.from(day).add({ weeks }).toString()
}

/** A day as an address holds it; whatever is no day of this century is `otherwise`. */
export function readDay(typed: string | null, otherwise: string) {
  const [, year, month, day] = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(typed ?? '') ?? []
  if (!year || !month || !day) return otherwise
  const date = new Date(`${year}-${month}-${day}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
    ? date.toISOString().slice(0, 10)
    : otherwise
}
