import { beforeAll, expect, test } from 'vitest'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { rankOf, type ScannedLot, verdict } from '../support/search-by-hand.ts'
import { type Asked, type Field, fields, questions } from '../support/search-questions.ts'
import { fillNeighbourhoods, scanLots } from '../support/searched-lots.ts'
import { db, freshWorld, now } from '../support/world.ts'

const seed = Number(process.env['SEARCH_SEED'] ?? Date.now() % 1_000_000)
const howMany = Number(process.env['SEARCH_QUESTIONS'] ?? 1000)
const asking = process.env['SEARCH_FIELDS']?.split(',').filter((name): name is Field => fields.includes(name as Field))

let lots: ScannedLot[] = []

beforeAll(async () => {
  await freshWorld()
  await fillNeighbourhoods(db, { lots: 3000, seed, now })
  lots = await scanLots(db)
}, 120_000)

test(`a thousand random questions get the lots that a scan by hand finds, in its order (SEARCH_SEED=${seed})`, async () => {
  const answered = { some: 0, pages: 0 }
  const wrong: string[] = []
  let left = howMany
  for (const asked of questions(lots, seed, asking)) {
    if (left-- === 0 || wrong.length === 5) break
    const { found, pages } = await everyPage(asked)
    const fault = whatIsWrong(asked, found) ?? (await wrongCount(asked, found))
    if (fault) wrong.push(`?${new URLSearchParams(asked.query)}: ${fault}`)
    answered.some += Math.min(1, found.length)
    answered.pages += pages
  }
  expect(wrong).toEqual([])
  // Questions nobody answers prove little.
  expect(answered.some).toBeGreaterThan(howMany / 3)
  expect(answered.pages).toBeGreaterThan(howMany)
}, 900_000)

function questionOf({ query, meaning }: Asked) {
  const ask = readSearch(new URLSearchParams(query))
  const e6 = (degrees: number) => Math.round(degrees * 1e6)
  const { from, box } = meaning
  return {
    ask,
    from: from && { latitude_e6: e6(from.latitude), longitude_e6: e6(from.longitude) },
    now,
    box: box && { south_e6: e6(box.south), west_e6: e6(box.west), north_e6: e6(box.north), east_e6: e6(box.east) },
  }
}

async function everyPage(asked: Asked) {
  const question = questionOf(asked)
  const found: string[] = []
  let pages = 0
  for (let after: string | undefined; ; ) {
    const page = await searchLots(db, { ...question, ask: { ...question.ask, after } })
    found.push(...page.lots.map(({ id }) => id))
    pages += 1
    after = page.next
    if (!after || found.length > lots.length) return { found, pages }
  }
}

const byId = (id: string) => lots.find((lot) => lot.id === id)

function whatIsWrong({ meaning }: Asked, found: readonly string[]): string | undefined {
  const twice = found.find((id, at) => found.indexOf(id) !== at)
  if (twice) return `${twice} twice`
  const shown = new Set(found)
  for (const lot of lots) {
    const answers = verdict(lot, meaning, now)
    if (answers === 'yes' && !shown.has(lot.id)) return `${lot.id} is missing`
    if (answers === 'no' && shown.has(lot.id)) return `${lot.id} is too many`
  }
  let farthest: { rank: number | string; slack: number } | undefined
  for (const id of found) {
    const lot = byId(id)
    if (!lot) return `${id} is nowhere`
    const here = rankOf(lot, meaning)
    if (farthest && Number(here.rank) < Number(farthest.rank) - here.slack) return `${id} stands too late`
    if (!farthest || Number(here.rank) > Number(farthest.rank)) farthest = here
  }
  return undefined
}

async function wrongCount(asked: Asked, found: readonly string[]) {
  const grams = found.reduce((sum, id) => sum + (byId(id)?.grams ?? 0), 0)
  const counted = await countLots(db, questionOf(asked))
  if (counted.lots === found.length && counted.grams === grams) return undefined
  return `${counted.lots} lots of ${counted.grams} g counted, ${found.length} of ${grams} g shown`
}
