import { CompiledQuery } from 'kysely'
import type { Database, Db, Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { PlaceRow } from '#db/schema/places.ts'
import { type CorpusAsk, corpus, donorId, hubId, sharesOf } from './corpus.ts'
import { siteId, sites } from './corpus-sites.ts'

/** Told after every transaction: how many rows of which table are in. */
export type Progress = (table: string, rows: number) => void

// SQLite takes 32,766 values in one statement; a transaction holds many of them.
const mostValues = 20_000
const rowsATransaction = 50_000

/** Puts a whole corpus into a migrated, empty database: people, sites, hubs, then lots. */
export async function fillCorpus(db: Db, ask: CorpusAsk, progress: Progress) {
  const { sites: count, hubs, donors } = sharesOf(ask.listings)
  const ownerOf = (site: number) => donorId(site % donors)
  await insertAll(db, 'members', people(donors, ask.now), progress)
  await insertAll<PlaceRow>(db, 'places', sites(ask.seed, count, ownerOf, ask.now), progress)
  await insertAll(db, 'hubs', warehouses(hubs, ask.now), progress)
  await insertAll<ListingRow>(db, 'listings', corpus(ask), progress)
}

async function insertAll<Row extends object>(db: Db, table: keyof Database, rows: Iterable<Row>, progress: Progress) {
  const left = rows[Symbol.iterator]()
  let inserted = 0
  for (let next = left.next(); !next.done; ) {
    await db.transaction().execute(async (trx) => {
      const columns = Object.keys(next.value as Row) as (keyof Row)[]
      const most = Math.floor(mostValues / columns.length)
      const insert = inserter(trx, table, columns)
      const end = inserted + rowsATransaction
      while (!next.done && inserted < end) {
        const part: Row[] = []
        for (; !next.done && part.length < most; next = left.next()) part.push(next.value)
        await insert(part)
        inserted += part.length
      }
    })
    progress(table, inserted)
  }
}

/** Compiles the statement for each number of rows once: a million rows through a query builder take minutes. */
function inserter<Row extends object>(trx: Trx, table: keyof Database, columns: (keyof Row)[]) {
  const compiled = new Map<number, string>()
  return async (rows: Row[]) => {
    const text =
      compiled.get(rows.length) ??
      trx
        .insertInto(table)
        .values(rows as never)
        .compile().sql
    compiled.set(rows.length, text)
    await trx.executeQuery(
      CompiledQuery.raw(
        text,
        rows.flatMap((row) => columns.map((column) => row[column])),
      ),
    )
  }
}

function people(count: number, joined_at: string) {
  const usual = { about: '', password_hash: null, locale: 'it', is_admin: 0, joined_at, erased_at: null }
  return Array.from({ length: count }, (_, n) => ({
    ...usual,
    id: donorId(n),
    name: `Persona ${n}`,
    email: `${donorId(n)}@example.org`,
    email_verified_at: joined_at,
  }))
}

function warehouses(count: number, opened_at: string) {
  const usual = { about: '', opening_hours: 'lun–ven 9–17', opened_at, quota_lots: 8, quota_days: 28 }
  return Array.from({ length: count }, (_, n) => ({
    ...usual,
    id: hubId(n),
    slug: hubId(n),
    name: `Deposito ${n}`,
    place_id: siteId(n),
  }))
}
