import { anchorsOfLot } from '#app/domain/discovery/anchors.ts'
import { searchesAnsweredBy } from '#app/domain/discovery/answered-searches.read.server.ts'
import { answers, type LotFacts } from '#app/domain/discovery/answers.ts'
import { readQuestion } from '#app/domain/discovery/asked.ts'
import type { Point } from '#app/domain/places/point.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { fillSearches, newLot, now, searches } from './alert-crowd.ts'
import { postgresStore, type Store, sqliteStore } from './claim-stores.ts'
import { median, print } from './figure.ts'

const lots = 500
/** Every search is read for each of these: enough to see the middle, and that the same ones are found. */
const scans = 5
/** What a lot that opens may take to find whom to tell. */
const limit_ms = 10

/** How long a new lot takes to find the saved searches it answers among a hundred thousand, beside reading them all. */
export async function run() {
  const opened = Array.from({ length: lots }, (_, n) => newLot(n))
  for (const start of [sqliteStore, postgresStore]) {
    const store = await start(fillSearches)
    try {
      await measure(store, opened)
    } finally {
      await store.stop()
    }
  }
}

async function measure(store: Store, opened: (ListingRow & Point)[]) {
  const db = await store.copy()
  const times: number[] = []
  const cpu: number[] = []
  const found: string[][] = []
  for (const lot of [...opened.slice(0, 20), ...opened]) {
    const used = process.cpuUsage()
    const before = performance.now()
    const answered = await searchesAnsweredBy(db, lot, now)
    times.push(performance.now() - before)
    cpu.push(milliseconds(process.cpuUsage(used)))
    found.push(answered.map(({ id }) => id).sort())
  }
  const [warm, all] = [times.slice(20), found.slice(20)]
  const read = await scanTimes(store, opened, all)
  const counts = all.map(({ length }) => length)
  const detail = {
    n: searches,
    p50_ms: median(warm),
    max_ms: Math.max(...warm),
    // What this process itself worked, however busy the machine: with SQLite, all there is to it.
    cpu_p50_ms: median(cpu.slice(20)),
    cpu_p99_ms: percentile99(cpu.slice(20)),
    scan_p50_ms: median(read),
    answered_p50: median(counts),
    answered_max: Math.max(...counts),
    anchors_p50: median(opened.map((lot) => anchorsOfLot(factsOf(lot)).length)),
  }
  print({ name: `alerts.${store.name}.p99`, value: percentile99(warm), unit: 'ms', limit: limit_ms, detail })
  await db.destroy()
}

async function scanTimes(store: Store, opened: (ListingRow & Point)[], found: string[][]) {
  const db = await store.copy()
  const times: number[] = []
  for (const [n, lot] of opened.slice(0, scans).entries()) {
    const before = performance.now()
    const rows = await db.selectFrom('saved_searches').select(['id', 'question']).execute()
    const asking = { at: now, comes_first: false }
    const ids = rows.filter(({ question }) => answers(factsOf(lot), readQuestion(question), asking)).map(({ id }) => id)
    times.push(performance.now() - before)
    if (ids.sort().join() !== found[n]?.join())
      throw new Error(`lot ${n}: the index found others than reading them all`)
  }
  await db.destroy()
  return times
}

function percentile99(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN
}

function milliseconds({ user, system }: NodeJS.CpuUsage) {
  return (user + system) / 1000
}

function factsOf(lot: ListingRow & Point): LotFacts {
  return { ...lot, material_key: lot.material_key ?? '', available: lot.total, at_hub: 0 }
}
