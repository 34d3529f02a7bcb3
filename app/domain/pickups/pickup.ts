import type { PickupState } from '#db/schema/pickups.ts'

export const nextStates = {
  proposed: ['confirmed', 'cancelled'],
  confirmed: ['in_progress', 'completed', 'cancelled', 'failed'],
  in_progress: ['completed', 'failed'],
  completed: [],
  cancelled: [],
  failed: [],
} as const satisfies Record<PickupState, readonly PickupState[]>

type Window = { available_from: string | null; must_go_by: string | null }
type Times = { starts_at: string; ends_at: string }

/** Why a time will not do, or undefined: available_from ≤ start < end ≤ must_go_by (invariant 9), and not in the past. */
export function problemWithTimes({ starts_at, ends_at }: Times, { available_from, must_go_by }: Window, now: string) {
  if (starts_at >= ends_at) return 'ends-before-start' as const
  if (starts_at < now) return 'in-the-past' as const
  if (available_from !== null && starts_at < available_from) return 'before-available' as const
  if (must_go_by !== null && ends_at > must_go_by) return 'after-deadline' as const
  return undefined
}

/** A problem a coordinator may override, with a reason. */
export function mayOverride(problem: ReturnType<typeof problemWithTimes>) {
  return problem === 'before-available' || problem === 'after-deadline'
}

/** Why a pickup can fail though both sides came: the goods were not as described, or nobody could get to them. */
export const troubles = ['refused_condition', 'no_access'] as const
