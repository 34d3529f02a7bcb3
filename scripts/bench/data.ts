import { existsSync } from 'node:fs'
import { connect } from '#db/connect.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Asked } from '#scripts/bench.ts'
import { fillFast } from './find-stores.ts'

/** A database full of lots to measure with, or to look at: the same seed makes the same lots. */
export async function run({ listings, seed, out, database }: Asked) {
  const url = database ?? out ?? `bench-${listings}.sqlite`
  if (!database && existsSync(url)) throw new Error(`${url} is there already: remove it, or name another with --out`)
  const db = connect(url)
  await migrateToLatest(db)
  await fillFast(db, url, { listings, seed })
  await db.destroy()
  console.log(`${listings} lots from seed ${seed} are in ${url}`)
}
