import { dayInRome, fromRome, later, toRome } from '../instant.ts'
import { daysLater, type Hours, readSpans, type Span, spansOn } from '../places/opening.ts'

/** When a donor can be met: a usual week, and days that are not as usual. Both empty: at any time. */
export type Availability = { hours: readonly Hours[]; days: readonly { day: string; spans: string }[] }
export type TimeSpan = { starts_at: string; ends_at: string }
type Lot = { available_from: string | null; must_go_by: string | null }

/** How many days that are not as usual a form has room for. */
export const mostDays = 8

/** What was said of a day, on a Roman clock. Undefined when nothing was: any time will do. */
export function spansSaid({ hours, days }: Availability, day: string): Span[] | undefined {
  const unusual = days.find((each) => each.day === day)
  if (unusual) return joined(readSpans(unusual.spans) ?? [])
  return hours.length === 0 ? undefined : joined(spansOn(day, hours, []))
}

/** The same as instants. What a spring night skips is left out. */
export function timesOn(availability: Availability, day: string): TimeSpan[] | undefined {
  return spansSaid(availability, day)
    ?.map(({ from_time, to_time }) => ({
      starts_at: fromRome(`${day}T${from_time}`),
      ends_at: fromRome(`${day}T${to_time}`),
    }))
    .filter(({ starts_at, ends_at }) => starts_at < ends_at)
}

/** When somebody is there on the Roman days from today on, within the days of the lot. Days nothing was said of give none. */
export function possibleTimes(availability: Availability, lot: Lot, now: string, count = 14): TimeSpan[] {
  const { available_from, must_go_by } = lot
  const first = available_from !== null && available_from > now ? available_from : now
  return Array.from({ length: count }, (_, ahead) => daysLater(dayInRome(now), ahead))
    .flatMap((day) => timesOn(availability, day) ?? [])
    .map(({ starts_at, ends_at }) => ({
      starts_at: starts_at < first ? first : starts_at,
      ends_at: must_go_by !== null && must_go_by < ends_at ? must_go_by : ends_at,
    }))
    .filter(({ starts_at, ends_at }) => starts_at < ends_at)
}

/** Whether a time is one at which nobody is there, as far as was said. */
export function isOutside({ starts_at, ends_at }: TimeSpan, availability: Availability) {
  const said = timesOn(availability, dayInRome(starts_at))
  return said !== undefined && !said.some((span) => span.starts_at <= starts_at && ends_at <= span.ends_at)
}

/** Times to begin at, one an hour, on the quarter, with half an hour left: 'YYYY-MM-DDTHH:mm' on a Roman clock. */
export function startsIn(spans: readonly TimeSpan[]): string[] {
  const starts = spans.flatMap(({ starts_at, ends_at }) => {
    const quarter = 15 * 60_000
    const first = new Date(Math.ceil(Date.parse(starts_at) / quarter) * quarter).toISOString()
    const hours = Math.floor((Date.parse(ends_at) - Date.parse(first)) / 3_600_000 + 0.5)
    return Array.from({ length: Math.max(hours, 0) }, (_, at) => toRome(later(first, { hours: at })))
  })
  return [...new Set(starts)]
}

function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (!last || last.to_time < span.from_time) whole.push({ ...span })
    else if (last.to_time < span.to_time) last.to_time = span.to_time
  }
  return whole
}
