/** What one member did in the last 180 days on one side, counted from events. */
export type Track = {
  /** Claims that ended in goods. */
  kept: number
  /** Called off less than a day before the pickup and not replaced; for a donor, taken back after a yes. */
  late: number
  /** Pickups missed; contested ones only once a coordinator lets them stand. */
  missed: number
  last_missed_at: string | null
}

export type ReliabilityWord = 'new' | 'always' | 'nearly-always' | 'mostly' | 'seldom'
export type Reliability = Track & { word: ReliabilityWord; times: number }

export const daysThatCount = 180

export const nothingYet: Track = { kept: 0, late: 0, missed: 0, last_missed_at: null }

/** A record in words: never stars, never a score. */
export function reliabilityOf(record: Track): Reliability {
  const times = record.kept + record.late + record.missed
  return { ...record, times, word: wordOf(record.kept, times) }
}

function wordOf(kept: number, times: number): ReliabilityWord {
  if (times === 0) return 'new'
  if (kept === times) return 'always'
  if (kept * 6 >= times * 5) return 'nearly-always'
  return kept * 2 >= times ? 'mostly' : 'seldom'
}

const ranks = { new: 0, always: 0, 'nearly-always': 0, mostly: 1, seldom: 2 } as const satisfies Record<
  ReliabilityWord,
  number
>

/** 0 before 1 before 2. Who is new comes with the reliable: trust is lost, not earned, and the draw decides among equals. */
export function reliabilityRank({ word }: Pick<Reliability, 'word'>) {
  return ranks[word]
}
