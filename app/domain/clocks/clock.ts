/** What can fall due. Each is re-checked by its command when it does: a clock that is no longer true changes nothing. */
export const clockKinds = [
  'close-window',
  'open-to-all',
  'lapse-offer',
  'lapse-unscheduled',
  'remind-offer',
  'remind-pickup',
  'remind-booking',
  'warn-listing',
  'rescue-listing',
  'expire-listing',
  'settle-no-show',
  'remind-handover',
  'settle-handover',
  'match-listing',
  'ask-wanted',
  'send-digest',
] as const
export type ClockKind = (typeof clockKinds)[number]

export type Clock = { kind: ClockKind; subject_id: string; due_at: string }

/** Work that leaves the database, or is too long for one transaction. Each firing of its schedule is a clock like any other. */
export const errandKinds = ['sweep-photos', 'forget-clocks', 'forget-places'] as const
export type ErrandKind = (typeof errandKinds)[number]

export type ErrandClock = { kind: ErrandKind; subject_id: string; due_at: string }

/** How often a clock that fails is tried before it is given up: for eighteen hours in all. */
export const mostTries = 8

/** Minutes until the next try, after `tries` of them failed: 1, 3, 9 … 729. */
export function minutesToNextTry(tries: number) {
  return 3 ** (tries - 1)
}
