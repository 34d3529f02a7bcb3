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
  const value = JSON.parse(card)
  return {
    id: value[0],
    code: value[1],
    state: value[2],
    title: value[3],
    material_key: value[4],
    unit: value[5],
    total: value[6],
    held: value[7],
    collected: value[8],
    written_off: value[9],
    must_go_by: value[10],
    published_at: value[11],
    piece_length_mm: value[12],
    piece_width_mm: value[13],
    piece_thickness_mm: value[14],
    weight_grade: value[15],
    weight_low_g: value[16],
    weight_typ_g: value[17],
    weight_high_g: value[18],
    donor_name: value[19],
    organisation_name: value[20],
    organisation_kind: value[21],
    area: value[22],
    latitude_e6: value[23],
    longitude_e6: value[24],
    blur_radius_m: value[25],
    photo_hash: value[26],
    photo_alt: value[27],
    photo_thumbhash: value[28],
  }
}
