import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'
import { ownListing } from '../listings/own-listing.server.ts'
import { type Availability, type TimeSpan, timesOn } from './availability.ts'

/** An offer, to whoever may say when it can be fetched: the donor's side, and those who look after it. */
export async function lotToMeetAt(db: Db, member: Member, listingId: string) {
  const own = await ownListing(db, member, listingId)
  if (own) return own
  const offers = db.selectFrom('listings').selectAll().where('kind', '=', 'offer')
  const lot = await offers.where('id', '=', listingId).executeTakeFirst()
  return lot && coordinates(member, lot.hub_id) ? lot : undefined
}

/** What was said of a lot from `day` on; of its place, when nothing was said of the lot. */
export async function availabilityOf(db: Db, listingId: string, day: string) {
  const said = await saidOf(db, [listingId], { from: day })
  return said.get(listingId) ?? { scope: undefined, hours: [], days: [] }
}

/** When each of these lots can be fetched on a Roman day, as instants. A lot that is not there can be fetched at any time. */
export async function availabilityOn(db: Db, listingIds: readonly string[], day: string) {
  const said = await saidOf(db, listingIds, { from: day, to: day })
  const spans = new Map<string, TimeSpan[]>()
  for (const [id, availability] of said) {
    const times = timesOn(availability, day)
    if (times) spans.set(id, times)
  }
  return spans
}

/** Whether what holds for a lot may be said of its whole place: a hub's yard is not its donor's. */
export async function isDonorsPlace(db: Db, { place_id, donor_id }: { place_id: string | null; donor_id: string }) {
  if (place_id === null) return false
  const owned = db.selectFrom('places').select('id').where('id', '=', place_id).where('owner_id', '=', donor_id)
  return (await owned.executeTakeFirst()) !== undefined
}

/** By place, every place that is the same site: one owner gives them, and they are shown at one point. */
export async function sitesOf(db: Db, placeIds: readonly string[]) {
  const sites = new Map<string, string[]>()
  if (placeIds.length === 0) return sites
  const rows = await db
    .selectFrom('places as each')
    .innerJoin('places as same', (join) =>
      join
        .onRef('same.owner_id', '=', 'each.owner_id')
        .onRef('same.latitude_e6', '=', 'each.latitude_e6')
        .onRef('same.longitude_e6', '=', 'each.longitude_e6'),
    )
    .select(['each.id', 'same.id as same_id'])
    .where('each.id', 'in', placeIds)
    .execute()
  for (const { id, same_id } of rows) sites.set(id, [...(sites.get(id) ?? []), same_id])
  return sites
}

type Said = Availability & { scope: 'lot' | 'place' }
type Days = { from: string; to?: string }

async function saidOf(db: Db, listingIds: readonly string[], { from, to }: Days) {
  const said = new Map<string, Said>()
  if (listingIds.length === 0) return said
  const lots = await db.selectFrom('listings').select(['id', 'place_id']).where('id', 'in', listingIds).execute()
  const places = lots.flatMap(({ place_id }) => place_id ?? [])
  const sites = await sitesOf(db, places)
  const ofThese = ofAny(listingIds, [...new Set([...sites.values()].flat())])
  const [hours, days] = await Promise.all([
    db.selectFrom('availability_hours').selectAll().where(ofThese).orderBy('from_time').execute(),
    db
      .selectFrom('availability_days')
      .selectAll()
      .where(ofThese)
      .where('day', '>=', from)
      .$if(to !== undefined, (query) => query.where('day', '<=', to ?? from))
      .orderBy('day')
      .execute(),
  ])
  for (const { id, place_id } of lots) {
    const site = sites.get(place_id ?? '') ?? []
    const isOwn = (row: Of) => row.listing_id === id
    const isShared = (row: Of) => row.place_id !== null && site.includes(row.place_id)
    if (hours.some(isOwn) || days.some(isOwn))
      said.set(id, { scope: 'lot', hours: hours.filter(isOwn), days: days.filter(isOwn) })
    else if (hours.some(isShared) || days.some(isShared))
      said.set(id, { scope: 'place', hours: hours.filter(isShared), days: days.filter(isShared) })
  }
  return said
}

type Of = { listing_id: string | null; place_id: string | null }

function ofAny(listingIds: readonly string[], places: readonly string[]) {
  const listed = sql<SqlBool>`listing_id in (${sql.join([...listingIds])})`
  return places.length === 0 ? listed : sql<SqlBool>`(${listed} or place_id in (${sql.join([...places])}))`
}
