import type { ListingRow } from '#db/schema/listings.ts'
import { wakingMoment } from '../clocks/waking-hours.ts'
import { later } from '../instant.ts'
import { type Urgency, urgency } from './listing.ts'

const hoursOpen = { calm: 48, soon: 24, urgent: 6 } as const satisfies Record<Exclude<Urgency, 'rescue'>, number>

/** When a fair window opened at `now` closes, between 8 and 20 in Rome; undefined where there is no time for one. */
export function windowCloses(now: string, must_go_by: string | null) {
  const pressing = urgency(must_go_by, now)
  return pressing === 'rescue' ? undefined : wakingMoment(later(now, { hours: hoursOpen[pressing] }))
}

type Rule = Pick<ListingRow, 'allocation_rule' | 'window_closes_at'>

/** True while requests are only collected: nothing of the lot is promised to anyone. */
export function isCollecting({ allocation_rule, window_closes_at }: Rule, now: string) {
  return allocation_rule === 'fair_window' && window_closes_at !== null && now < window_closes_at
}

/** Before its last day a lot keeps its donor's rule; from here on the first to come is served. */
export function rescueFrom(must_go_by: string) {
  return later(must_go_by, { hours: -24 })
}
