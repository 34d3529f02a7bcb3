import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { closuresOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { companySites } from '#app/domain/pickups/collection-sites.read.server.ts'
import {
  type Collection,
  collectionDays,
  collectionsOf,
  organisationsToVisit,
  weeksShown,
} from '#app/domain/pickups/collections.read.server.ts'
import { closureOn } from '#app/domain/places/opening.ts'
import { loadOfCollection } from '#app/domain/rounds/load.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** What a hub fetches again and again, day by day for eight weeks; undefined to those who do not run it. */
export async function collectionsPage({ db, member, locale, now }: MemberVisit, slug: string) {
  const hub = await hubInCare(db, member, slug)
  if (!hub) return undefined
  const today = dayInRome(now)
  const plans = await collectionsOf(db, { hub_ids: [hub.id] }, today)
  const [days, closures, organisations, sites] = await Promise.all([
    collectionDays(db, plans, { day: today, count: weeksShown * 7 }),
    closuresOf(db, hub.id, today),
    organisationsToVisit(db),
    companySites(
      db,
      plans.map(({ organisation_id }) => organisation_id),
    ),
  ])
  return {
    title: translator(locale).t('collections.title'),
    hub: { slug, name: hub.name },
    today,
    organisations,
    plans: plans
      .filter(({ is_over }) => !is_over)
      .map((plan) => planFacts(plan, { today, has_place: sites.has(plan.organisation_id) })),
    assumed: loadOfCollection({ expected_g: null, expected_dm3: null }),
    days: days.map(({ plan, day, on, reason, starts_at, ends_at, lot }) => ({
      ...{ id: plan.id, organisation_name: plan.organisation_name, note: plan.note },
      ...{ day, on, reason, starts_at, ends_at },
      expected: lot?.expected_from && lot.expected_to ? { from: lot.expected_from, to: lot.expected_to } : undefined,
      is_closed: on !== undefined && closureOn(on, closures) !== undefined,
    })),
  }
}

function planFacts(plan: Collection, { today, has_place }: { today: string; has_place: boolean }) {
  const { id, organisation_name, rhythm, weekday, nth, from_time, to_time, note, starts_on, ends_on } = plan
  return {
    ...{ id, organisation_name, rhythm, weekday, nth, from_time, to_time, note, ends_on, has_place },
    starts_on: starts_on > today ? starts_on : undefined,
    load: loadOfCollection(plan),
    is_assumed: plan.expected_g === null && plan.expected_dm3 === null,
  }
}

export type CollectionsPage = NonNullable<Awaited<ReturnType<typeof collectionsPage>>>
