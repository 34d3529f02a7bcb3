import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarText } from '#app/domain/pickups/calendar-events.server.ts'
import { eventsOf } from '#app/domain/pickups/calendar-feed.read.server.ts'
import { feedOfToken } from '#app/domain/pickups/calendar-feed.server.ts'
import { calendarReply } from '#app/http/calendar.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'

/** What a calendar program asks for, with no session: the token is the key. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now } = await anyone(request)
  const feed = found(await feedOfToken(db, params['calendarToken'] ?? ''))
  const name = feed.hub_name === null ? 'Rimessa' : `Rimessa: ${feed.hub_name}`
  return calendarReply(request, calendarText(await eventsOf(db, feed, now), { name, method: 'publish' }))
}
