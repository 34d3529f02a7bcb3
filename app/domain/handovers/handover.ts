import type { HandoverRow } from '#db/schema/handovers.ts'
import type { Member } from '../act.ts'
import type { Holder } from '../claims/handover-proof.ts'

type Sides = { donor: boolean; claimant: boolean; coordinator: boolean }

/** How long the other side has to object, from when the server knows. */
export const daysToObject = 3

export const otherSide = { giver: 'taker', taker: 'giver' } as const satisfies Record<Holder, Holder>

/**
 * For which side somebody would write a handover down: the giver's, which the lot's coordinators may too, or the taker's.
 * Undefined for strangers, and for whoever stands on both (invariant 16).
 */
export function recordingSide(sides: Sides): Holder | undefined {
  if (sides.claimant) return sides.donor ? undefined : 'taker'
  return sides.donor || sides.coordinator ? 'giver' : undefined
}

/** True for everybody on the side that did not write the record, whoever else they are. */
export function isOtherSide(sides: Sides, { recorded_side }: Pick<HandoverRow, 'recorded_side'>) {
  return recorded_side === 'giver' ? sides.claimant : sides.donor
}

/** The side that did not write the record answers; never whoever wrote it, nor anybody who stands on both. */
export function mayAnswer(member: Member, sides: Sides, handover: Pick<HandoverRow, 'recorded_by' | 'recorded_side'>) {
  const isBoth = sides.claimant && sides.donor
  return isOtherSide(sides, handover) && !isBoth && member.id !== handover.recorded_by
}

/** The moment of the other side's confirmation. */
export function signatureOf({ recorded_side }: Pick<HandoverRow, 'recorded_side'>, at: string) {
  return recorded_side === 'giver' ? { taker_confirmed_at: at } : { giver_confirmed_at: at }
}

/** Grams far from what is usual deserve a question, never a refusal. */
export function isOutlying(grams: number, usual: { low_g: number; high_g: number }) {
  return grams < usual.low_g || grams > usual.high_g
}
