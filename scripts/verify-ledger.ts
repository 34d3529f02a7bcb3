import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { differencesWithStock } from '#app/domain/handovers/stock-check.read.server.ts'
import { type Verdict, verifyChain, verifyFile } from '#app/domain/handovers/verify-chain.server.ts'
import { differencesWithPages } from '#app/domain/impact/verify-totals.read.server.ts'

const csv = process.argv[process.argv.indexOf('--csv') + 1]
const isFile = process.argv.includes('--csv')

if (isFile && !csv) {
  console.error('Name the file: npm run ledger:verify -- --csv mass-ledger.csv')
  process.exit(2)
}
process.exit((isFile && csv ? await ofFile(csv) : await ofDatabase()) ? 0 : 1)

async function ofFile(file: string) {
  console.log(`Verifying ${file} …`)
  return tell(
    await verifyFile(
      createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }),
      progress,
    ),
    [],
  )
}

async function ofDatabase() {
  const { db } = await import('#app/http/store.server.ts')
  console.log('Verifying the ledger …')
  const verdict = await verifyChain(db, progress)
  const { sums } = verdict.chain
  const differences = verdict.broken
    ? []
    : [...(await differencesWithPages(db, sums)), ...(await differencesWithStock(db, sums))]
  await db.destroy()
  return tell(verdict, differences)
}

function progress(seq: number) {
  if (seq > 0) console.log(`  ${seq} entries`)
}

function tell({ chain, broken }: Verdict, differences: string[]) {
  if (broken) console.error(`BROKEN at entry ${broken.seq}${broken.id && ` (${broken.id})`}: it ${broken.problem}.`)
  for (const difference of differences) console.error(`BROKEN: ${difference}.`)
  if (broken || differences.length > 0) return false
  const { headline, by_giver, by_taker, by_category, by_municipality, pipeline } = chain.sums
  console.log(`Chain: ${chain.seq} entries, none missing, none changed. Last hash ${chain.hash || '(empty)'}.`)
  console.log(
    `Total: ${headline} g by ${by_giver.size} givers = by ${by_taker.size} takers = by ${by_category.size} categories = by ${by_municipality.size} municipalities.`,
  )
  const stock = [...pipeline.values()].reduce((sum, grams) => sum + grams, 0)
  console.log(`Stock: ${stock} g with ${pipeline.size} hubs and others, none below nothing, none more out than in.`)
  return true
}
