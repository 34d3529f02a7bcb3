import type { HandoverRow } from '#db/schema/handovers.ts'
import type { Member } from '../act.ts'

type Sides = { donor: boolean; claimant: boolean; coordinator: boolean }

/** The giver's side or the lot's coordinators, but nobody who stands on the taker's side too (invariant 16). */
export function mayRecord(sides: Sides) {
  return (sides.donor || sides.coordinator) && !sides.claimant
}

/** The one who takes answers; never the one who wrote the record, nor anybody of the giver's side. */
export function mayAnswer(member: Member, sides: Sides, handover: Pick<HandoverRow, 'recorded_by'>) {
  return sides.claimant && !sides.donor && member.id !== handover.recorded_by
}

/** Grams far from what is usual deserve a question, never a refusal. */
export function isOutlying(grams: number, usual: { low_g: number; high_g: number }) {
  return grams < usual.low_g || grams > usual.high_g
}
