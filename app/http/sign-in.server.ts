import { asThemself } from '#app/domain/people/member.ts'
import { revokeSession } from '#app/domain/people/revoke-session.server.ts'
import { deviceOf } from '#app/domain/people/session.ts'
import { startSession } from '#app/domain/people/start-session.server.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from './context.server.ts'
import { sessionCookie } from './session-cookie.server.ts'

type Headers = [string, string][]

/** Starts a session for this browser and ends the one it had: a token from before signing in is worth nothing after. */
export async function signInAs(request: Request, memberId: string): Promise<Headers> {
  const { db, now, member } = await anyone(request)
  const token = await write(db, async (trx) => {
    if (member) await revokeSession(trx, asThemself(member.id, now), member.session_id)
    return startSession(trx, asThemself(memberId, now), deviceOf(request.headers.get('user-agent') ?? ''))
  })
  return [['Set-Cookie', await sessionCookie.serialize(token)]]
}

/** Ends the session of this browser. */
export async function signOut(request: Request): Promise<Headers> {
  const { db, now, member } = await anyone(request)
  if (member) await write(db, (trx) => revokeSession(trx, asThemself(member.id, now), member.session_id))
  return [['Set-Cookie', await sessionCookie.serialize('', { maxAge: 0 })]]
}
