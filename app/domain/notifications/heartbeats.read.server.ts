import type { Db } from '#db/database.ts'

/** When each job last ran. Throws when the database does not answer. */
export async function heartbeats(db: Db) {
  return db.selectFrom('heartbeats').select(['job', 'beat_at', 'note']).orderBy('job').execute()
}
