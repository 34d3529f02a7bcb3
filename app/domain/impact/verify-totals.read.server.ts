import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { Sums } from '../handovers/ledger-sums.ts'
import { isCounted, totalOf, totalsBy } from './counted.server.ts'

/**
 * Compares every total that pages show with the sums of the verified entries, gram by gram (invariant 12). Returns what
 * differs, in words; nothing when all agree.
 */
export async function differencesWithPages(db: Db, sums: Sums): Promise<string[]> {
  const shown = await totalOf(db, isCounted)
  const differences =
    shown.typ_g === sums.headline ? [] : [`pages say ${shown.typ_g} g in all, the entries ${sums.headline} g`]
  const buckets = [
    ['giver', sql<string>`giver_party`, sums.by_giver],
    ['taker', sql<string>`taker_party`, sums.by_taker],
    ['category', sql<string>`eu_category`, sums.by_category],
    ['municipality', sql<string>`municipality_istat`, sums.by_municipality],
  ] as const
  for (const [what, by, summed] of buckets) {
    const totals = new Map((await totalsBy(db, { by })).map(({ bucket, typ_g }) => [bucket, typ_g]))
    for (const key of new Set([...totals.keys(), ...summed.keys()])) {
      const [page, entries] = [totals.get(key) ?? 0, summed.get(key) ?? 0]
      if (page !== entries) differences.push(`pages say ${page} g for ${what} ${key}, the entries ${entries} g`)
    }
  }
  return differences
}
