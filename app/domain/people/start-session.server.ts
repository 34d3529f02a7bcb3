import { randomBytes } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later } from '../instant.ts'
import { sessionLife } from './session.ts'
import { sessionIdOf } from './sessions.read.server.ts'

/** Signs in whoever acts. Returns the token for their browser; only its SHA-256 is kept. */
export async function startSession(trx: Trx, act: Act, device: string) {
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertInto('sessions')
    .values({
      id: sessionIdOf(token),
      member_id: act.by.id,
      started_at: act.at,
      seen_at: act.at,
      expires_at: later(act.at, sessionLife),
      revoked_at: null,
      device,
    })
    .execute()
  return token
}
