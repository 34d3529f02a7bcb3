import { parseArgs } from 'node:util'

/**
 * `npm run bench -- photos`, `pages`, `claims` or `alerts`: one JSON line per figure, beside what the machine can do at most.
 * `-- data --listings 1000000 [--out FILE | --database URL]` makes a database full of lots; `-- find --listings 1000000`
 * asks it everything a search can ask. `-- rounds [--folder F --seconds S --instance NAME]` plans rounds of vans,
 * and `-- rounds-bound`, of the same folder, says what no plan of them can be shorter than.
 */
const benches: Record<string, () => Promise<{ run: (asked: Asked) => Promise<void> }>> = {
  photos: () => import('./bench/photos.ts'),
  pages: () => import('./bench/pages.ts'),
  claims: () => import('./bench/claims.ts'),
  alerts: () => import('./bench/alerts.ts'),
  data: () => import('./bench/data.ts'),
  find: () => import('./bench/find.ts'),
  rounds: () => import('./bench/rounds.ts'),
  'rounds-bound': () => import('./bench/rounds-bound.ts'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    listings: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    database: { type: 'string' },
    folder: { type: 'string' },
    seconds: { type: 'string' },
    instance: { type: 'string' },
  },
})
const { out, database, folder, instance } = values
const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
const asked = { listings: Number(values.listings), seed: Number(values.seed), out, database, folder, seconds, instance }

/** What the command line says; a bench reads what it needs. */
export type Asked = typeof asked

const unknown = positionals.filter((name) => !benches[name])
if (
  unknown.length > 0 ||
  positionals.length === 0 ||
  !(asked.listings >= 1) ||
  !Number.isInteger(asked.seed) ||
  !((seconds ?? 1) > 0)
) {
  console.error(
    `Say what to measure: ${Object.keys(benches).join(', ')}. Numbers are --listings, --seed and --seconds.`,
  )
  process.exitCode = 1
} else {
  for (const name of positionals) await (await benches[name]?.())?.run(asked)
}
