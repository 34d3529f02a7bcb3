import type { RankReasons } from '#app/domain/claims/rank.ts'

/** What put a claim where it stands, as the end of a key of `allocation.because`. */
export function decidedBy({ decided_by, place, is_reserved, takes_all, is_coming, quota }: RankReasons) {
  if (decided_by === 'audience') return is_reserved ? 'reserved' : 'not-reserved'
  if (decided_by === 'one-trip') return takes_all ? 'takes-all' : is_coming ? 'coming' : 'two-trips'
  if (decided_by === 'quota') return quota.has_left ? 'within-quota' : 'over-quota'
  if (decided_by === 'reliability') return place === 1 ? 'reliable' : 'less-reliable'
  return decided_by
}
