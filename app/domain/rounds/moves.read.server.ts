import type { Db } from '#db/database.ts'

const most = 2000

/** What went aboard and left on a round, in the order it was written down, with the claim it belongs to. */
export function movesOf(db: Db, roundId: string) {
  return db
    .selectFrom('round_moves')
    .leftJoin('round_loads', 'round_loads.id', 'round_moves.load_id')
    .selectAll('round_moves')
    .select('round_loads.claim_id')
    .where('round_moves.round_id', '=', roundId)
    .orderBy('round_moves.recorded_at')
    .orderBy('round_moves.id')
    .limit(most)
    .execute()
}
