import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { NoticeKind } from '../notifications/notice.ts'
import { notify } from '../notifications/notify.server.ts'
import { type CalendarEvent, calendarText } from './calendar-events.server.ts'
import { lineOfCollection, sequenceAt } from './collection-events.server.ts'
import { peopleOf } from './collection-sites.read.server.ts'
import type { Collection, CollectionDay } from './collections.read.server.ts'

type Kind = Extract<NoticeKind, `collection-${string}`>
type News = { kind: Kind; reason: string }

/** Tells a company's people what has become of one of its collections, with its line of their calendars as it is now. */
export async function tellOfDay(trx: Trx, act: Act, one: CollectionDay, { kind, reason }: News) {
  const { plan, day, lot } = one
  const [starts_at, ends_at] = [lot?.expected_from ?? one.starts_at, lot?.expected_to ?? one.ends_at]
  const method = one.on === undefined ? 'cancel' : 'request'
  const news = { kind, details: { starts_at, ends_at, reason }, key: `${day}:${act.at}` }
  await tell(trx, act, plan, news, (locale) => ({ method, events: [lineOfCollection(one, { locale, isHub: false })] }))
}

/** Tells them that nobody comes by any more, and takes what was still to come out of their calendars. */
export async function tellOfEnd(trx: Trx, act: Act, plan: Collection, left: readonly CollectionDay[], reason: string) {
  const news = { kind: 'collection-ended' as const, details: { reason }, key: act.at }
  const off = { sequence: sequenceAt(plan, act.at), stamp: act.at, status: 'cancelled' as const }
  await tell(trx, act, plan, news, (locale) => ({
    method: 'cancel',
    events: left.map((one) => ({ ...lineOfCollection(one, { locale, isHub: false }), ...off })),
  }))
}

type Told = { kind: Kind; details: Record<string, string>; key: string }
type Calendar = { method: 'request' | 'cancel'; events: readonly CalendarEvent[] }

async function tell(
  trx: Trx,
  act: Act,
  plan: Collection,
  { kind, details, key }: Told,
  calendarIn: (locale: 'it' | 'en') => Calendar,
) {
  const about = { kind, subject: 'collection', subject_id: plan.id, event_key: `${kind}:${plan.id}:${key}` } as const
  for (const { id, locale } of await peopleOf(trx, plan.organisation_id)) {
    if (id === act.by.id) continue
    const { method, events } = calendarIn(locale)
    const attachment = events.length > 0 ? { attachment: calendarText(events, { name: 'Rimessa', method }) } : {}
    await notify(trx, act, { ...about, member_id: id, details: { ...details, title: plan.hub_name }, ...attachment })
  }
}
