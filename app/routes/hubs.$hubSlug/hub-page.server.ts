import { asLot, shortName } from '#app/domain/discovery/lot.ts'
import { offersOfHub } from '#app/domain/discovery/offers.read.server.ts'
import { mayRun } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { coordinatorsOf, hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { stockByMaterial } from '#app/domain/hubs/stock.read.server.ts'
import { totalOfHub } from '#app/domain/impact/totals.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { materialName } from '#app/domain/listings/material.ts'
import { comingRounds } from '#app/domain/rounds/coming-rounds.read.server.ts'
import type { Visit } from '#app/http/context.server.ts'
import { doorsOf } from './hub-doors.server.ts'
import { slotsOfHub } from './hub-slots.server.ts'

/** Everything public about a hub. Its place is not blurred: it has a sign on the door. */
export async function hubPage(visit: Visit, slug: string) {
  const { db, locale, now, member } = visit
  const hub = await hubBySlug(db, slug)
  if (!hub) return undefined
  const [people, counted, stock, lots, doors, slots, rounds] = await Promise.all([
    coordinatorsOf(db, hub.id),
    totalOfHub(db, hub.id),
    stockByMaterial(db, hub.id),
    offersOfHub(db, hub, now),
    doorsOf({ db, locale, now }, hub),
    slotsOfHub(visit, hub.id),
    comingRounds(db, hub.id, dayInRome(now)),
  ])
  return {
    title: hub.name,
    description: hub.about.slice(0, 160),
    hub,
    doors,
    slots,
    rounds,
    may_run: mayRun(member, hub.id),
    people: people.map(({ id, name }) => ({ id, name: shortName(name).split(' ')[0] ?? '' })),
    counted,
    stock: stock.map(({ material_key, grams, lots: count }) => ({
      name: materialName(material_key, locale),
      grams: Number(grams),
      lots: Number(count),
    })),
    lots: lots.map((row) => asLot(row, { locale, now, from: hub })),
  }
}

export type HubPage = NonNullable<Awaited<ReturnType<typeof hubPage>>>
