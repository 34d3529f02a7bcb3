import type { OrganisationKind } from '#db/schema/people.ts'
import type { ClaimState } from '../claims/claim.ts'
import type { RankReasons } from '../claims/rank.ts'
import type { Reliability } from '../claims/reliability.ts'
import type { Unit } from '../listings/quantity.ts'

/** One of those who asked for a lot, as a reader may see them: by name, or only by what kind of party they are. */
export type InLine = {
  id: string
  is_mine: boolean
  /** What still waits of a request that was served in part. */
  is_rest: boolean
  name: string | undefined
  kind: OrganisationKind | 'member'
  state: ClaimState
  position: number | null
  unit: Unit
  quantity: number
  rank: RankReasons | undefined
  reliability: Reliability | undefined
}
