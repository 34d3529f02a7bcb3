import { randomBytes, randomUUID } from 'node:crypto'
import { later } from '#app/domain/instant.ts'
import { sessionIdOf } from '#app/domain/people/sessions.read.server.ts'
import { sessionCookie } from '#app/http/session-cookie.server.ts'
import type { Db } from '#db/database.ts'

export type Cookie = { name: string; value: string }

/** Opens a session for a member behind the form's back. Needs the SESSION_SECRET that the server has. */
export async function sessionFor(db: Db, member_id: string): Promise<Cookie> {
  const token = randomBytes(32).toString('base64url')
  const started_at = new Date().toISOString()
  const device = `a test ${randomUUID()}`
  const times = { started_at, seen_at: started_at, expires_at: later(started_at, { days: 60 }), revoked_at: null }
  await db
    .insertInto('sessions')
    .values({ id: sessionIdOf(token), member_id, device, ...times })
    .execute()
  const [pair = ''] = (await sessionCookie.serialize(token)).split(';')
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  return { name, value }
}
