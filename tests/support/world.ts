import { randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import type { Act } from '#app/domain/act.ts'
import { later } from '#app/domain/instant.ts'
import { sessionIdOf } from '#app/domain/people/sessions.read.server.ts'
import { sessionCookie } from '#app/http/session-cookie.server.ts'
import { db } from '#app/http/store.server.ts'
import { emptyDatabase } from './database.ts'
import {
  coordinators,
  doors,
  hubs,
  members,
  memberships,
  type Neighbour,
  now,
  organisations,
  places,
} from './neighbourhood.ts'

export { given } from './given.ts'
export type { Neighbour }
export { db, now }

/** The neighbourhood as it stands at `now`: its people, places and hubs; no lots. For `beforeEach`. */
export async function freshWorld() {
  clockAt(now)
  await emptyDatabase(db)
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('members')
      .values([...members])
      .execute()
    await trx.insertInto('organisations').values(organisations).execute()
    await trx.insertInto('memberships').values(memberships).execute()
    await trx.insertInto('places').values(places).execute()
    await trx.insertInto('place_doors').values(doors).execute()
    await trx.insertInto('hubs').values(hubs).execute()
    await trx.insertInto('hub_coordinators').values(coordinators).execute()
  })
}

/** Stops the clock that routes read at this instant. Timers go on running. */
export function clockAt(instant: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })
}

/** Someone of the neighbourhood acting, as the session would say. */
export function actOf(neighbour: Neighbour, at = now): Act {
  const is_admin = members.some(({ id, is_admin }) => id === neighbour && is_admin === 1)
  const coordinates = coordinators.filter(({ member_id }) => member_id === neighbour).map(({ hub_id }) => hub_id)
  return { by: { id: neighbour, is_admin, coordinates }, at, via: 'web' }
}

/** A request as this member's browser would send it, with a session of its own. `url` may be a path. */
export async function signedInRequest(member: string, url: string, init: RequestInit = {}) {
  const token = randomBytes(32).toString('base64url')
  const started_at = new Date().toISOString()
  const session = { id: sessionIdOf(token), member_id: member, started_at, seen_at: started_at }
  await db
    .insertInto('sessions')
    .values({ ...session, expires_at: later(started_at, { days: 60 }), revoked_at: null, device: 'Firefox' })
    .execute()
  const headers = new Headers(init.headers)
  headers.set('Cookie', (await sessionCookie.serialize(token)).split(';')[0] ?? '')
  return requestTo(url, { ...init, headers })
}

/** A request from someone who is not signed in. */
export function requestTo(url: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers)
  if (!headers.has('Origin')) headers.set('Origin', origin)
  return new Request(new URL(url, origin), { ...init, headers })
}

/** A form as a browser posts it. A list becomes a repeated field. */
export function posted(fields: Record<string, string | string[]>): RequestInit {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  return { method: 'POST', body }
}

/** What the server hands to every loader and action besides the request. */
export const context = { nonce: '', reference: '', address: '127.0.0.1' }

const origin = 'http://localhost:3000'
