import { dayInRome, fromRome } from '../instant.ts'

/** From one instant up to, not including, another. */
export type Period = { from: string; to: string }

/** The calendar year of an instant, on a Roman calendar. */
export function yearOf(instant: string) {
  return Number(dayInRome(instant).slice(0, 4))
}

export function yearPeriod(year: number): Period {
  return { from: firstInstant(year, 1), to: firstInstant(year + 1, 1) }
}

/** The months of a year as 'YYYY-MM' with their Roman bounds, up to the month of `now` in the current year. */
export function monthsOf(year: number, now: string): ({ month: string } & Period)[] {
  const last = yearOf(now) === year ? Number(dayInRome(now).slice(5, 7)) : 12
  return Array.from({ length: last }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`
    return { month, from: firstInstant(year, at + 1), to: firstInstant(year, at + 2) }
  })
}

function firstInstant(year: number, month: number): string {
  if (month > 12) return firstInstant(year + 1, month - 12)
  return fromRome(`${year}-${String(month).padStart(2, '0')}-01T00:00`)
}
