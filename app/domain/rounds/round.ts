import type { RoundRow, RoundState } from '#db/schema/rounds.ts'
import { coordinates, type Member } from '../act.ts'

export const nextStates = {
  draft: ['published', 'cancelled'],
  published: ['draft', 'in_progress', 'cancelled'],
  in_progress: ['closed'],
  closed: [],
  cancelled: [],
} as const satisfies Record<RoundState, readonly RoundState[]>

/** States in which the order of what is still to do may change. */
export const planned = ['draft', 'published', 'in_progress'] as const satisfies readonly RoundState[]

/** Who may see a round with its doors: its hub's coordinators and whoever drives it. */
export function mayDrive(member: Member, round: Pick<RoundRow, 'hub_id' | 'driver_id'>) {
  return coordinates(member, round.hub_id) || member.id === round.driver_id
}

/** Why a stop came to nothing. The first four are a pickup's own words for it. */
export const failures = [
  'no_show_donor',
  'no_show_claimant',
  'refused_condition',
  'no_access',
  'no_time',
  'breakdown',
] as const
export type Failure = (typeof failures)[number]
