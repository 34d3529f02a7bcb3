import type { Grade } from '#app/domain/listings/weight-grade.ts'
import type { StopKind } from '#app/domain/rounds/planned-round.ts'
import type { DaySpot } from '#app/ui/day-spot.ts'

/** A stop as the page of a day shows it: on a round, or what an errand would be there. Times are seconds since midnight. */
export type StopCard = {
  id: string
  vehicle: string | null
  kind: StopKind
  area: string
  street: string
  spot: DaySpot | undefined
  titles: string[]
  who: string
  grams: number
  dm3: number
  longest_mm: number
  grade: Grade
  window: { from: string; to: string } | null
  is_agreed: boolean
  is_pinned: boolean
  state: 'planned' | 'done' | 'failed'
  at: number | null
  until: number | null
}
