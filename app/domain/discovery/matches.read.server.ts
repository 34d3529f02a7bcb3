import type { NotNull } from 'kysely'
import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Member } from '../act.ts'
import { ownListing } from '../listings/own-listing.server.ts'
import { distanceMetres, type Point } from '../places/point.ts'
import { nearness } from './lot-filter.server.ts'
import { lotRows } from './lot-rows.server.ts'
import { fits, type Offered, proposedQuantity, type Sought } from './match.ts'
import { mayBeServedBy, mayServe } from './match-sieve.server.ts'
import { wantedRows } from './wanted-rows.server.ts'

/** A lot going live tells so many at most, the nearest: it could not serve more, and whoever looks later finds it listed. */
export const mostMatches = 100

/** Who looks for what a lot offers, the nearest first, with how far and when the donor proposed it to them. */
export async function seekersOf(db: Db, offer: Offered & { id: string }, now: string, limit = mostMatches) {
  const rows = await wantedRows(db)
    .leftJoin('matches', (join) =>
      join.onRef('matches.wanted_id', '=', 'listings.id').on('matches.listing_id', '=', offer.id),
    )
    .select('matches.invited_at')
    .where(mayBeServedBy(offer, now))
    .orderBy(nearness(offer))
    .orderBy('listings.id')
    .limit(limit)
    .execute()
  return rows.filter((row) => fits(offer, row, now)).map((row) => ({ ...row, distance_m: metres(offer, row) }))
}

/** Lots that would serve whoever looks for something, the nearest first, as a card shows them. */
export async function offersFor(db: Db, sought: Sought, now: string, limit = mostMatches) {
  const rows = await lotRows(db)
    .select(['listings.donor_id', 'listings.organisation_id'])
    .select(['listings.min_claim', 'listings.condition', 'listings.available_from'])
    .where(mayServe(sought, now))
    .orderBy(nearness(sought))
    .orderBy('listings.id')
    .limit(limit)
    .$narrowType<{ latitude_e6: NotNull; longitude_e6: NotNull }>()
    .execute()
  return rows.filter((row) => fits(row, sought, now)).map((row) => ({ ...row, distance_m: metres(row, sought) }))
}

/** How many people look for what a lot would offer, seen from its place, or from where its donor last gave something. */
export async function seekersNear(db: Db, lot: ListingRow, now: string) {
  if (lot.material_key === null) return 0
  const point = await pointOf(db, lot)
  if (!point) return 0
  const seekers = await seekersOf(db, { ...lot, ...point }, now)
  return new Set(seekers.map(({ donor_id }) => donor_id)).size
}

/** Who looks for what this lot offers, for its donor's page. Nobody while the lot is not live. */
export async function seekersOfLot(db: Db, listingId: string, now: string) {
  const lot = await openWithPoint(db, listingId)
  return lot?.kind === 'offer' ? seekersOf(db, lot, now, 12) : []
}

/** What may be matched now: a live offer or wanted post with its public point. */
export function openWithPoint(db: Db, listingId: string) {
  return db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .innerJoin('members', 'members.id', 'listings.donor_id')
    .leftJoin('organisations', 'organisations.id', 'listings.organisation_id')
    .selectAll('listings')
    .select(['places.latitude_e6', 'places.longitude_e6'])
    .select(['members.name as donor_name', 'organisations.name as organisation_name'])
    .where('listings.id', '=', listingId)
    .where('listings.state', '=', 'live')
    .executeTakeFirst()
}

/** A match as one of its two sides may open it: the lot, and for whoever looks, how much to ask for. */
export async function matchFor(db: Db, member: Member, matchId: string) {
  const match = await db.selectFrom('matches').selectAll().where('id', '=', matchId).executeTakeFirst()
  if (!match) return undefined
  const { wanted_id, listing_id } = match
  if (await ownListing(db, member, listing_id)) return { listing_id, ask: undefined }
  const sought = await ownListing(db, member, wanted_id, 'wanted')
  if (!sought) return undefined
  const lot = await openWithPoint(db, listing_id)
  const quantity = lot ? proposedQuantity(lot, sought) : 0
  return { listing_id, ask: quantity > 0 ? { quantity, unit: sought.unit } : undefined }
}

async function pointOf(
  db: Db,
  { place_id, donor_id }: Pick<ListingRow, 'place_id' | 'donor_id'>,
): Promise<Point | undefined> {
  const points = db.selectFrom('places').select(['places.latitude_e6', 'places.longitude_e6'])
  if (place_id !== null) return points.where('places.id', '=', place_id).executeTakeFirst()
  return points
    .innerJoin('listings', 'listings.place_id', 'places.id')
    .where('listings.donor_id', '=', donor_id)
    .where('listings.kind', '=', 'offer')
    .orderBy('listings.drafted_at', 'desc')
    .executeTakeFirst()
}

function metres(a: Point, b: Point) {
  return Math.round(distanceMetres(a, b))
}
