import type { NoShowRow } from '#db/schema/pickups.ts'
import { later } from '../instant.ts'

type Sides = { donor: boolean; claimant: boolean; coordinator: boolean }
type Fate = Pick<NoShowRow, 'contested_at' | 'decision'>

export type Absent = NoShowRow['absent']
export type NoShowState = 'reported' | 'contested' | 'stands' | 'struck'

/** Until when whoever did not come, so it is said, may say otherwise: seven days. */
export function contestBy(reportedAt: string) {
  return later(reportedAt, { days: 7 })
}

/** A side reports the other one; a coordinator who stands on neither may report either. */
export function mayReport(sides: Sides, absent: Absent) {
  if (sides.donor || sides.claimant) return absent === 'claimant' ? !sides.claimant : !sides.donor
  return sides.coordinator
}

export function stateOf({ contested_at, decision }: Fate): NoShowState {
  return decision ?? (contested_at === null ? 'reported' : 'contested')
}

/** Only whoever is said to have been absent, once, and in time. */
export function mayContest(sides: Sides, noShow: Fate & Pick<NoShowRow, 'absent' | 'contest_by'>, now: string) {
  return sides[noShow.absent] && stateOf(noShow) === 'reported' && now < noShow.contest_by
}

/** A coordinator who was neither there nor the one who reported it. */
export function mayDecide(memberId: string, sides: Sides, noShow: Pick<NoShowRow, 'reported_by'>) {
  return sides.coordinator && !sides.donor && !sides.claimant && memberId !== noShow.reported_by
}
