import { type ClockKind, clockKinds, type ErrandKind } from './clock.ts'

const minute = 60
const hour = 60 * minute

/** Jobs that go round and round by themselves, with the seconds after which silence means that something is wrong. */
export const rounds = {
  'hear-clocks': 2 * minute,
  'run-errands': 5 * minute,
  'carry-mails': 5 * minute,
  'carry-pushes': 5 * minute,
  'wind-clocks': 26 * hour,
} as const
export type RoundKind = keyof typeof rounds

const errands = {
  'sweep-photos': 3 * hour,
  'forget-clocks': 26 * hour,
  'forget-places': 26 * hour,
} as const satisfies Record<ErrandKind, number>

type Pulse = Record<RoundKind | ErrandKind | ClockKind, number>

/** Seconds each job may be silent. Whoever hears clocks says so for every kind of clock, due or not. */
export const mostSeconds = {
  ...rounds,
  ...errands,
  ...Object.fromEntries(clockKinds.map((kind) => [kind, rounds['hear-clocks']])),
} as Pulse

export type Beat = { job: string; beat_at: string; note: string }

/** How each job fares at `now`, those never heard of too. `since` is when whoever watches began: nobody is late before. */
export function pulse(beats: readonly Beat[], now: string, since: string) {
  return Object.entries(mostSeconds).map(([job, most]) => {
    const last = beats.find((beat) => beat.job === job)
    const from = last && last.beat_at > since ? last.beat_at : since
    return {
      job,
      seconds_ago: last ? secondsBetween(last.beat_at, now) : null,
      note: last?.note ?? '',
      is_late: secondsBetween(from, now) > most,
    }
  })
}

export function secondsBetween(earlier: string, later: string) {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 1000)
}
