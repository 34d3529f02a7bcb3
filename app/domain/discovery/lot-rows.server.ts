import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { cardColumns } from '#db/dialects/lot-index.ts'
import type { LotCardRow } from '#db/schema/discovery.ts'

/** The columns a card needs, from public tables only: no query built on this can reach a door. */
export function lotRows(db: Db) {
  return db
    .selectFrom('listings')
    .innerJoin('members', 'members.id', 'listings.donor_id')
    .leftJoin('organisations', 'organisations.id', 'listings.organisation_id')
    .leftJoin('places', 'places.id', 'listings.place_id')
    .leftJoin('photos', (join) => join.onRef('photos.listing_id', '=', 'listings.id').on('photos.position', '=', 0))
    .select([...cardColumns])
}

export type LotRow = Awaited<ReturnType<ReturnType<typeof lotRows>['execute']>>[number]

/** A lot's number in the index, and what it is ordered by. */
export type Found = { n: number; value: number | string }
export type FoundCard = Found & LotCardRow

/** What a query found, with the card of each: by value, the newer first. */
export async function withCards(db: Db, found: RawBuilder<Found>): Promise<FoundCard[]> {
  const { rows } = await sql<FoundCard>`select found.n, found.value, lot_cards.card
    from (${found}) as found join lot_cards on lot_cards.n = found.n`.execute(db)
  // Sorted here: SQLite would sort the cards along.
  return rows.sort(byValue)
}

export function byValue(a: Found, b: Found) {
  return a.value < b.value ? -1 : a.value > b.value ? 1 : b.n - a.n
}

/** These lots of the index, in that order, with their cards. */
export async function cardsOf<Lot extends { n: number }>(db: Db, lots: readonly Lot[]): Promise<(Lot & LotCardRow)[]> {
  if (lots.length === 0) return []
  const numbers = lots.map(({ n }) => n)
  const { rows } =
    await sql<LotCardRow>`select n, card from lot_cards where ${lotIndexOf(db).isNumbered(numbers)}`.execute(db)
  const cards = new Map(rows.map(({ n, card }) => [n, card]))
  const found: (Lot & LotCardRow)[] = []
  for (const lot of lots) {
    const card = cards.get(lot.n)
    if (card) found.push({ ...lot, card })
  }
  return found
}

/** The values of a card in the order of `cardColumns`, named one by one: named in a loop, a page of them takes half as long again. */
export function readCard({ card }: Pick<LotCardRow, 'card'>): LotRow {
  const [
    id,
    code,
    state,
    title,
    material_key,
    unit,
    total,
    held,
    collected,
    written_off,
    must_go_by,
    published_at,
    piece_length_mm,
    piece_width_mm,
    piece_thickness_mm,
    weight_grade,
    weight_low_g,
    weight_typ_g,
    weight_high_g,
    donor_name,
    organisation_name,
    organisation_kind,
    area,
    latitude_e6,
    longitude_e6,
    blur_radius_m,
    photo_hash,
    photo_alt,
    photo_thumbhash,
  ] = JSON.parse(card)
  return {
    id,
    code,
    state,
    title,
    material_key,
    unit,
    total,
    held,
    collected,
    written_off,
    must_go_by,
    published_at,
    piece_length_mm,
    piece_width_mm,
    piece_thickness_mm,
    weight_grade,
    weight_low_g,
    weight_typ_g,
    weight_high_g,
    donor_name,
    organisation_name,
    organisation_kind,
    area,
    latitude_e6,
    longitude_e6,
    blur_radius_m,
    photo_hash,
    photo_alt,
    photo_thumbhash,
  }
}
