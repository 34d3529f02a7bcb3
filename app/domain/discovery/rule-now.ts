import type { AllocationRule } from '../listings/listing.ts'
import { urgency } from '../listings/listing.ts'

export type RuleNow = 'window_open' | 'window_closed' | 'donor_picks' | 'first_come' | 'rescue'

type Lot = { allocation_rule: AllocationRule; window_closes_at: string | null; must_go_by: string | null }

/** How whoever asks now would be served: in its last day a lot goes to the first who asks, whatever was chosen. */
export function ruleNow({ allocation_rule, window_closes_at, must_go_by }: Lot, now: string): RuleNow {
  if (urgency(must_go_by, now) === 'rescue') return 'rescue'
  if (allocation_rule !== 'fair_window') return allocation_rule
  return window_closes_at === null || window_closes_at > now ? 'window_open' : 'window_closed'
}
