import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { cardColumns, cardNames } from '#db/dialects/lot-index.ts'
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
  return rows.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : b.n - a.n))
}

/** These lots of the index, in that order, with their cards. */
export async function cardsOf<Lot extends { n: number }>(db: Db, lots: readonly Lot[]): Promise<(Lot & LotCardRow)[]> {
  if (lots.length === 0) return []
  const numbers = lots.map(({ n }) => n)
  const { rows } =
    await sql<LotCardRow>`select n, card from lot_cards where ${lotIndexOf(db).isNumbered(numbers)}`.execute(db)
  const cards = new Map(rows.map(({ n, card }) => [n, card]))
  return lots.flatMap((lot) => {
    const card = cards.get(lot.n)
    return card ? [{ ...lot, card }] : []
  })
}

const blank: Record<string, unknown> = Object.fromEntries(cardNames.map((name) => [name, null]))

/** Filled in over a copy of one shape: built up name by name, the rows of a page take half as long again. */
export function readCard({ card }: Pick<LotCardRow, 'card'>): LotRow {
  const values: unknown[] = JSON.parse(card)
  const row = { ...blank }
  let at = 0
  for (const name of cardNames) row[name] = values[at++]
  return row as LotRow
}
