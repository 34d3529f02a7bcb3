import { data, redirect } from '@remix-run/node'
import type { Act } from '#app/domain/act.ts'
import { isStaff } from '#app/domain/act.ts'
import { markSessionSeen } from '#app/domain/people/mark-session-seen.server.ts'
import { isSeenLongAgo } from '#app/domain/people/session.ts'
import { memberOfSession, type SignedInMember } from '#app/domain/people/sessions.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Db } from '#db/database.ts'
import { localeOf } from './locale.server.ts'
import { sessionToken } from './session-cookie.server.ts'
import { db } from './store.server.ts'

export type Visit = { db: Db; locale: Locale; now: string; member: SignedInMember | undefined }
export type MemberVisit = { db: Db; locale: Locale; now: string; member: SignedInMember; act: Act }

/** For pages that anyone may see, signed in or not. */
export async function anyone(request: Request): Promise<Visit> {
  const now = new Date().toISOString()
  const token = await sessionToken(request)
  const member = token === undefined ? undefined : await memberOfSession(db, token, now)
  if (member && isSeenLongAgo(member.session_seen_at, now)) {
    await write(db, (trx) => markSessionSeen(trx, { id: member.session_id, seen_at: member.session_seen_at }, now))
  }
  return { db, locale: localeOf(request, member?.locale), now, member }
}

/** For pages of members. Others go to sign in and come back here. */
export async function signedIn(request: Request): Promise<MemberVisit> {
  const visit = await anyone(request)
  if (!visit.member) throw redirect(`/sign-in?to=${encodeURIComponent(returnPath(request))}`)
  return { ...visit, member: visit.member, act: { by: visit.member, at: visit.now, via: 'web' } }
}

/** For coordinators and admins; to anyone else the page does not exist. */
export async function staff(request: Request): Promise<MemberVisit> {
  const visit = await signedIn(request)
  if (!isStaff(visit.member)) throw data('Not found', { status: 404 })
  return visit
}

// A POST cannot be repeated after signing in: its form's page can.
function returnPath(request: Request) {
  const url = new URL(request.url)
  if (request.method === 'GET') return url.pathname + url.search
  const from = request.headers.get('referer')
  return from && URL.canParse(from) && new URL(from).host === url.host
    ? new URL(from).pathname + new URL(from).search
    : url.pathname
}
