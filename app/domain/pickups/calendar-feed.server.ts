import { createHash, randomBytes } from 'node:crypto'
import type { Db, Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'

/**
 * Gives a member's calendar an address, or that of a hub they coordinate, and returns its token, 32 random bytes: the
 * one before opens nothing any more.
 */
export async function openCalendar(trx: Trx, act: Act, hubSlug: string) {
  const hub = await hubOf(trx, act, hubSlug)
  if (hub === undefined) return refused('not-yours')
  await feedRows(trx, act, hub).execute()
  const token = randomBytes(32).toString('base64url')
  const feed = { id: newId(), member_id: act.by.id, hub_id: hub.id, feed_key: keyOf(token), opened_at: act.at }
  await trx.insertInto('calendar_feeds').values(feed).execute()
  return { token }
}

export async function closeCalendar(trx: Trx, act: Act, hubSlug: string) {
  const hub = await hubOf(trx, act, hubSlug)
  if (hub === undefined) return refused('not-yours')
  await feedRows(trx, act, hub).execute()
  return { hub_id: hub.id }
}

/** The calendars a member has an address for: null is their own, the others are hubs. */
export async function openCalendarsOf(db: Db, memberId: string) {
  const rows = await db.selectFrom('calendar_feeds').select('hub_id').where('member_id', '=', memberId).execute()
  return rows.map(({ hub_id }) => hub_id)
}

/**
 * Whose calendar this token opens, and which. A hub's opens only for as long as its reader coordinates it; nobody's opens
 * once they have left.
 */
export async function feedOfToken(db: Db, token: string) {
  const feed = await db
    .selectFrom('calendar_feeds')
    .innerJoin('members', 'members.id', 'calendar_feeds.member_id')
    .leftJoin('hubs', 'hubs.id', 'calendar_feeds.hub_id')
    .select(['members.id', 'members.locale', 'members.is_admin', 'calendar_feeds.hub_id', 'hubs.name as hub_name'])
    .where('calendar_feeds.feed_key', '=', keyOf(token))
    .where('members.erased_at', 'is', null)
    .executeTakeFirst()
  if (!feed) return undefined
  const hubs = await db.selectFrom('hub_coordinators').select('hub_id').where('member_id', '=', feed.id).execute()
  const member = { id: feed.id, is_admin: feed.is_admin === 1, coordinates: hubs.map(({ hub_id }) => hub_id) }
  if (feed.hub_id !== null && !coordinates(member, feed.hub_id)) return undefined
  return { member, locale: feed.locale, hub_id: feed.hub_id, hub_name: feed.hub_name }
}

/** What is kept of a token: nobody who reads the database can read the calendar. */
function keyOf(token: string) {
  return createHash('sha256').update(token).digest('hex')
}

async function hubOf(trx: Trx, act: Act, slug: string) {
  if (slug === '') return { id: null }
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  return hub && coordinates(act.by, hub.id) ? hub : undefined
}

function feedRows(trx: Trx, act: Act, hub: { id: string | null }) {
  return trx
    .deleteFrom('calendar_feeds')
    .where('member_id', '=', act.by.id)
    .where('hub_id', hub.id === null ? 'is' : '=', hub.id)
}
