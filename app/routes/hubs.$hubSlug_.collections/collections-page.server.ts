import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { closuresOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import {
  collectionDays,
  collectionsOf,
  organisationsToVisit,
  weeksShown,
} from '#app/domain/pickups/collections.read.server.ts'
import { closureOn } from '#app/domain/places/opening.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** What a hub fetches again and again, day by day for eight weeks; undefined to those who do not run it. */
export async function collectionsPage({ db, member, locale, now }: MemberVisit, slug: string) {
  const hub = await hubInCare(db, member, slug)
  if (!hub) return undefined
  const today = dayInRome(now)
  const plans = await collectionsOf(db, { hub_id: hub.id }, today)
  const [days, closures, organisations] = await Promise.all([
    collectionDays(db, plans, { day: today, count: weeksShown * 7 }),
    closuresOf(db, hub.id, today),
    organisationsToVisit(db),
  ])
  return {
    title: translator(locale).t('collections.title'),
    hub: { slug, name: hub.name },
    today,
    organisations,
    plans: plans
      .filter(({ is_over }) => !is_over)
      .map(({ id, organisation_name, rhythm, weekday, nth, from_time, to_time, note, starts_on, ends_on }) => ({
        ...{ id, organisation_name, rhythm, weekday, nth, from_time, to_time, note, ends_on },
        starts_on: starts_on > today ? starts_on : undefined,
      })),
    days: days.map(({ plan, day, on, reason, starts_at, ends_at }) => ({
      ...{ id: plan.id, organisation_name: plan.organisation_name, note: plan.note },
      ...{ day, on, reason, starts_at, ends_at },
      is_closed: on !== undefined && closureOn(on, closures) !== undefined,
    })),
  }
}

export type CollectionsPage = NonNullable<Awaited<ReturnType<typeof collectionsPage>>>
