/** What can fall due. Each is re-checked by its command when it does: a clock that is no longer true changes nothing. */
export const clockKinds = [
  'close-window',
  'open-to-all',
  'lapse-offer',
  'lapse-unscheduled',
  'remind-offer',
  'remind-pickup',
  'warn-listing',
  'rescue-listing',
  'expire-listing',
  'settle-no-show',
  'match-listing',
  'send-digest',
] as const
export type ClockKind = (typeof clockKinds)[number]
