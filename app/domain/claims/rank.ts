import { type ReliabilityWord, reliabilityRank } from './reliability.ts'

/** What decides a claim's place when its window closes. */
export type Standing = {
  claim_id: string
  /** One of those the lot is kept for at first: a non-profit, a school, a public body. */
  is_reserved: boolean
  /** Asks for everything that is left: one trip and the lot is gone. */
  takes_all: boolean
  /** Has something else to fetch at the same place. */
  is_coming: boolean
  quota: { used: number; allowed: number | null; has_left: boolean }
  reliability: ReliabilityWord
  /** Lower-case hex, drawn. */
  ticket: string
}

/** What came between a claim and its neighbour in rank; 'alone' where there is none. */
export type Criterion = 'audience' | 'one-trip' | 'quota' | 'reliability' | 'draw' | 'alone'

export type RankReasons = Omit<Standing, 'claim_id'> & { place: number; of: number; decided_by: Criterion }

const criteria: readonly (readonly [Criterion, (standing: Standing) => number | string])[] = [
  ['audience', ({ is_reserved }) => (is_reserved ? 0 : 1)],
  ['one-trip', ({ takes_all, is_coming }) => (takes_all || is_coming ? 0 : 1)],
  ['quota', ({ quota }) => (quota.has_left ? 0 : 1)],
  ['reliability', ({ reliability }) => reliabilityRank({ word: reliability })],
  ['draw', ({ ticket }) => ticket],
]

/**
 * Everybody in the order in which they are served, each with what decided it: those the lot is kept for, then one trip
 * rather than two, then who has had less than their share, then who keeps appointments, then the draw.
 */
export function rank(standings: readonly Standing[]): (RankReasons & { claim_id: string })[] {
  const sorted = standings.toSorted((one, other) => {
    const key = keyBetween(one, other)
    return key === undefined || key(one) < key(other) ? -1 : 1
  })
  return sorted.map((standing, ahead) => {
    const neighbour = ahead === 0 ? sorted[1] : sorted[ahead - 1]
    const decided_by = neighbour === undefined ? 'alone' : criterionBetween(standing, neighbour)
    return { ...standing, place: ahead + 1, of: sorted.length, decided_by }
  })
}

function criterionBetween(one: Standing, other: Standing): Criterion {
  return criteria.find(([, key]) => key(one) !== key(other))?.[0] ?? 'draw'
}

function keyBetween(one: Standing, other: Standing) {
  return criteria.find(([, key]) => key(one) !== key(other))?.[1]
}
