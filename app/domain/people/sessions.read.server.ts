import { createHash } from 'node:crypto'
import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'

export type SignedInMember = Member & {
  name: string
  locale: 'it' | 'en'
  email_verified: boolean
  session_id: string
  session_seen_at: string
}

/** What is kept of a session's token: a thief of the table cannot sign in with it. */
export function sessionIdOf(token: string) {
  return createHash('sha256').update(token).digest('hex')
}

/** The member behind a session token, or undefined when it is unknown, expired or revoked. */
export async function memberOfSession(db: Db, token: string, now: string): Promise<SignedInMember | undefined> {
  const id = sessionIdOf(token)
  const member = await db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.member_id')
    .select([
      'members.id',
      'members.name',
      'members.locale',
      'members.is_admin',
      'members.email_verified_at',
      'sessions.seen_at',
    ])
    .where('sessions.id', '=', id)
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .where('members.erased_at', 'is', null)
    .executeTakeFirst()
  if (!member) return undefined
  const hubs = await db.selectFrom('hub_coordinators').select('hub_id').where('member_id', '=', member.id).execute()
  return {
    id: member.id,
    name: member.name,
    locale: member.locale,
    is_admin: member.is_admin === 1,
    coordinates: hubs.map((hub) => hub.hub_id),
    email_verified: member.email_verified_at !== null,
    session_id: id,
    session_seen_at: member.seen_at,
  }
}

/** Where a member is signed in now, the last used first. */
export function sessionsOf(db: Db, memberId: string, now: string) {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'started_at', 'seen_at'])
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}
