import type { Db } from '#db/database.ts'
import { dayInRome, later } from '../instant.ts'
import { type CalendarEvent, calendarWords, pageOf } from './calendar-events.server.ts'
import { type CollectionDay, collectionDays, collectionsOf } from './collections.read.server.ts'

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
  const plans = await collectionsOf(db, hub_id === null ? { member_id: member.id } : { hub_ids: [hub_id] }, from)
  const all = await collectionDays(db, plans, { day: from, count: daysBefore + daysAhead })
  return all.map((one) => lineOfCollection(one, { locale, isHub: hub_id !== null }))
}

/** One of them, for the hub's people or for the company's: when the plan says, or closer once a round was published. */
export function lineOfCollection(one: CollectionDay, { locale, isHub }: { locale: 'it' | 'en'; isHub: boolean }) {
  const { plan, day, on, reason, starts_at, ends_at } = one
  const called = calendarWords[locale]
  const { stamp, sequence } = versionOf(one)
  return {
    uid: uidOf(plan.id, day),
    sequence,
    starts_at: one.lot?.expected_from ?? starts_at,
    ends_at: one.lot?.expected_to ?? ends_at,
    stamp,
    status: on === undefined ? ('cancelled' as const) : ('confirmed' as const),
    summary: `${called.collection}: ${isHub ? plan.organisation_name : plan.hub_name}`,
    location: [plan.area, plan.municipality].filter(Boolean).join(', ') || plan.organisation_name,
    description: [plan.note, reason, `${called.from} ${pageOf(pathOf(plan, isHub))}`].filter(Boolean).join('\n'),
  } satisfies CalendarEvent
}

/** Another SEQUENCE after every change: the seconds from when the plan was made. */
function versionOf({ plan, changed_at = '', lot }: Pick<CollectionDay, 'plan' | 'changed_at' | 'lot'>) {
  const told_at = lot?.told_at ?? ''
  const last = changed_at > told_at ? changed_at : told_at
  return { stamp: last || plan.made_at, sequence: last === '' ? 0 : sequenceAt(plan, last) }
}

export function sequenceAt({ made_at }: { made_at: string }, at: string) {
  return Math.max(1, Math.round(Date.parse(at) / 1000 - Date.parse(made_at) / 1000))
}

function uidOf(planId: string, day: string) {
  return `${planId}-${day}@rimessa`
}

function pathOf({ id, hub_slug }: { id: string; hub_slug: string }, isHub: boolean) {
  return isHub ? `/hubs/${hub_slug}/collections` : `/collections/${id}`
}
