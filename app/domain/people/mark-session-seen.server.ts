import type { Trx } from '#db/database.ts'
import { later } from '../instant.ts'
import { sessionLife } from './session.ts'

/** A session in use lives on. Two pages at once write it once. */
export async function markSessionSeen(trx: Trx, session: { id: string; seen_at: string }, at: string) {
  await trx
    .updateTable('sessions')
    .set({ seen_at: at, expires_at: later(at, sessionLife) })
    .where('id', '=', session.id)
    .where('seen_at', '=', session.seen_at)
    .execute()
}
