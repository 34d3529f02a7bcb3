import type { RoundState } from '#db/schema/rounds.ts'

export const nextStates = {
  draft: ['published', 'cancelled'],
  published: ['in_progress', 'cancelled'],
  in_progress: ['closed'],
  closed: [],
  cancelled: [],
} as const satisfies Record<RoundState, readonly RoundState[]>

/** States in which the order of what is still to do may change. */
export const planned = ['draft', 'published', 'in_progress'] as const satisfies readonly RoundState[]

/** Why a stop came to nothing. The first four are a pickup's own words for it. */
export const failures = [
  'no_show_donor',
  'no_show_claimant',
  'refused_condition',
  'no_access',
  'no_time',
  'breakdown',
] as const
