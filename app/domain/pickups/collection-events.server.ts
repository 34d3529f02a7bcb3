import type { Db } from '#db/database.ts'
import { dayInRome, later } from '../instant.ts'
import { type CalendarEvent, calendarWords, pageOf } from './calendar-events.server.ts'
import { collectionDays, collectionsOf } from './collections.read.server.ts'

type Whose = { member: { id: string }; locale: 'it' | 'en'; hub_id: string | null }

const daysBefore = 30
const daysAhead = 90

/** What a hub fetches again and again as lines of a calendar. Each keeps the UID of its own day, wherever it is moved. */
export async function collectionEvents(
  db: Db,
  { member, locale, hub_id }: Whose,
  now: string,
): Promise<CalendarEvent[]> {
  const from = dayInRome(later(now, { days: -daysBefore }))
  const plans = await collectionsOf(db, hub_id === null ? { member_id: member.id } : { hub_id }, from)
  const called = calendarWords[locale]
  const all = await collectionDays(db, plans, { day: from, count: daysBefore + daysAhead })
  return all.map(({ plan, day, on, reason, changed_at, starts_at, ends_at }) => ({
    uid: `${plan.id}-${day}@rimessa`,
    sequence:
      changed_at === undefined
        ? 0
        : Math.max(1, Math.round(Date.parse(changed_at) / 1000 - Date.parse(plan.made_at) / 1000)),
    starts_at,
    ends_at,
    stamp: changed_at ?? plan.made_at,
    status: on === undefined ? ('cancelled' as const) : ('confirmed' as const),
    summary: `${called.collection}: ${hub_id === null ? plan.hub_name : plan.organisation_name}`,
    location: [plan.area, plan.municipality].filter(Boolean).join(', ') || plan.organisation_name,
    description: [plan.note, reason, `${called.from} ${pageOf(pathOf(plan, hub_id))}`].filter(Boolean).join('\n'),
  }))
}

function pathOf({ hub_slug }: { hub_slug: string }, hubId: string | null) {
  return hubId === null ? `/hubs/${hub_slug}` : `/hubs/${hub_slug}/collections`
}
