import { shortName } from '#app/domain/discovery/lot.ts'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { dayInRome, romanDays } from '#app/domain/instant.ts'
import { readDay, weekOf, weeksLater } from '#app/domain/pickups/board-week.ts'
import { bookingsOfHub } from '#app/domain/pickups/bookings.read.server.ts'
import { seriesOf, slotsOf } from '#app/domain/pickups/slots.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** A hub's day of slots with who comes, its week, and its series; undefined to those who do not run it. */
export async function slotsPage({ db, member, locale, now }: MemberVisit, slug: string, typedDay: string | null) {
  const hub = await hubInCare(db, member, slug)
  if (!hub) return undefined
  const today = dayInRome(now)
  const day = readDay(typedDay, today)
  const week = weekOf(day)
  const days = { day: week[0] ?? day, count: 7 }
  const [slots, bookings, series] = await Promise.all([
    slotsOf(db, hub.id, days),
    bookingsOfHub(db, hub.id, romanDays(day)),
    seriesOf(db, hub.id, today),
  ])
  const on = (date: string) => slots.filter(({ starts_at }) => dayInRome(starts_at) === date)
  return {
    title: translator(locale).t('slots.room.title'),
    hub: { slug, name: hub.name },
    today,
    day,
    before: weeksLater(day, -1),
    after: weeksLater(day, 1),
    week: week.map((date) => ({ date, booked: on(date).reduce((sum, { booked }) => sum + booked, 0) })),
    slots: on(day).map((slot) => ({
      kind: slot.kind,
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      capacity: slot.capacity,
      booked: slot.booked,
      closed: 'close_reason' in slot && slot.closed_at !== null ? slot.close_reason : undefined,
      is_ahead: slot.starts_at > now && slot.closed_at === null,
      who: bookings
        .filter((booking) => booking.kind === slot.kind && booking.starts_at === slot.starts_at)
        .map(({ id, member_name, note, pickup_id }) => ({ id, name: shortName(member_name), note, pickup_id })),
    })),
    series: series.map(({ id, kind, weekday, from_time, to_time, every_minutes, capacity }) => ({
      ...{ id, kind, weekday, from_time, to_time, every_minutes, capacity },
    })),
  }
}

export type SlotsPage = NonNullable<Awaited<ReturnType<typeof slotsPage>>>
