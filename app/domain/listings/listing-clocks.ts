import type { ListingRow } from '#db/schema/listings.ts'
import type { Clock } from '../clocks/clock.ts'
import { later } from '../instant.ts'

/** Hours before its last moment at which a lot's donor is warned; at the last of them the hub too. */
export const warnings = [72, 24] as const

type Clocked = Pick<ListingRow, 'id' | 'kind' | 'state' | 'must_go_by'>

/**
 * What is to happen as a lot's last day comes near: its donor and hub are warned, the rule eases for a rescue, it ends. A
 * warning whose time is past already is heard at once.
 */
export function listingClocks({ id: subject_id, kind, state, must_go_by }: Clocked): Clock[] {
  if (kind !== 'offer' || must_go_by === null || state === 'draft' || state === 'closed') return []
  const end: Clock = { kind: 'expire-listing', subject_id, due_at: must_go_by }
  // A warning heard in review would be spent by the time the lot is live.
  if (state === 'in_review') return [end]
  const before = (kind: Clock['kind'], hours: number) => ({
    kind,
    subject_id,
    due_at: later(must_go_by, { hours: -hours }),
  })
  return [...warnings.map((hours) => before('warn-listing', hours)), before('rescue-listing', 24), end]
}
