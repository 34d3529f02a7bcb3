import { existsSync } from 'node:fs'
import { connect } from '#db/connect.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Asked } from '#scripts/bench.ts'
import { fillCorpus, type Progress } from './fill-corpus.ts'

/** A database full of lots to measure with, or to look at: the same seed makes the same lots. */
export async function run({ listings, seed, out, database }: Asked) {
  const url = database ?? out ?? `bench-${listings}.sqlite`
  if (!database && existsSync(url)) throw new Error(`${url} is there already: remove it, or name another with --out`)
  const db = connect(url)
  await migrateToLatest(db)
  await fillCorpus(db, { listings, seed, now: new Date().toISOString() }, rowsASecond())
  await db.destroy()
  console.log(`${listings} lots from seed ${seed} are in ${url}`)
}

/** Says on the error stream, which nobody parses, how far it is and how fast. */
export function rowsASecond(): Progress {
  const began = new Map<string, number>()
  let last = performance.now()
  return (table, rows) => {
    const start = began.get(table) ?? last
    began.set(table, start)
    last = performance.now()
    console.error(`${table}: ${rows} rows, ${Math.round(rows / ((last - start) / 1000))} a second`)
  }
}
