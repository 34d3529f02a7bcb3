import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#app/http/store.server.ts'
import type { Db } from '#db/database.ts'
import { rebuildLotIndex } from '#db/dialects/dialect.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { step } from './first-run.mjs'

class Undone extends Error {}

async function verified() {
  const differing: string[] = []
  const comparing = db.transaction().execute(async (trx) => {
    const kept = await step('read the index in use', () => digests(trx))
    await step('make it anew', () => rebuildLotIndex(trx))
    const fresh = await step('read the new one', () => digests(trx))
    differing.push(...Object.keys(tables).filter((table) => kept[table] !== fresh[table]))
    throw new Undone('only compared')
  })
  await comparing.catch((problem: unknown) => {
    if (!(problem instanceof Undone)) throw problem
  })
  for (const table of differing) console.error(`✗ ${table} is not what the lots say: npm run lots -- rebuild`)
  if (differing.length === 0) console.log('The index says what the lots say.')
  return differing.length === 0
}

// Without the numbers that only tell lots of one millisecond apart, and without words that no lot says any more.
const tables: Record<string, { order: string[]; columns: string }> = {
  lot_index: {
    order: ['listing_id'],
    columns:
      'listing_id, n / 1024 as ms, x_dm, y_dm, z_dm, mx, my, band, family, material_key, condition, weight_grade, grams, unit, available, piece_length_mm, piece_width_mm, piece_thickness_mm, must_go_by, reserved_until, at_hub, traits, search_text',
  },
  'lot_cards join lot_index using (n)': { order: ['listing_id'], columns: 'listing_id, card' },
  lot_tiles: { order: ['level', 'family', 'y', 'x'], columns: '*' },
  lot_counts: { order: ['facet', 'value'], columns: '*' },
  lot_sizes: { order: ['length_mm', 'width_mm', 'thickness_mm'], columns: '*' },
}

const rowsAtOnce = 20_000

async function digests(db: Db) {
  const digests: Record<string, string> = {}
  for (const [table, { order, columns }] of Object.entries(tables)) {
    const hash = createHash('sha256')
    const keys = order.map((column) => sql.ref(column))
    for (let last: unknown[] | undefined; ; ) {
      const after = last ? sql`where (${sql.join(keys)}) > (${sql.join(last)})` : sql``
      const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(columns)} from ${sql.raw(table)} ${after}
        order by ${sql.join(keys)} limit ${rowsAtOnce}`.execute(db)
      for (const row of rows) hash.update(JSON.stringify(row))
      last = order.map((column) => rows.at(-1)?.[column])
      if (rows.length < rowsAtOnce) break
    }
    digests[table] = hash.digest('hex')
  }
  return digests
}

/**
 * `npm run lots -- rebuild` makes the index of lots anew from the lots; `-- verify` makes it anew beside the one in use,
 * compares the two, keeps the one in use, and exits with 1 when they differ.
 */
const [wish] = process.argv.slice(2)
await migrateToLatest(db)
if (wish === 'rebuild') await step('index of lots', () => db.transaction().execute(rebuildLotIndex))
else if (wish === 'verify') process.exitCode = (await verified()) ? 0 : 1
else {
  console.error('Say what to do with the index of lots: rebuild or verify.')
  process.exitCode = 1
}
await db.destroy()
