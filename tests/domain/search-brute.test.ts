import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { facetsOf } from '#app/domain/discovery/facets.read.server.ts'
import { mapView } from '#app/domain/discovery/map-view.read.server.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { later } from '#app/domain/instant.ts'
import { type Meaning, rankOf, type ScannedLot, verdict } from '../support/search-by-hand.ts'
import { facetsByHand } from '../support/search-facets-by-hand.ts'
import { added, sumsByHand } from '../support/search-map-by-hand.ts'
import { type Asked, type Field, fields, questions } from '../support/search-questions.ts'
import { fillNeighbourhoods, scanLots } from '../support/searched-lots.ts'
import { db, freshWorld, now } from '../support/world.ts'

// The same for every change, so that a failure is that change's; others by SEARCH_SEED.
const seed = Number(process.env['SEARCH_SEED'] ?? 419_309)
// A round trip to PostgreSQL for each of ten pages makes a thousand of them four minutes there.
const usual = process.env['DATABASE_KIND'] === 'postgres' ? 300 : 1000
const howMany = Number(process.env['SEARCH_QUESTIONS'] ?? usual)
const asking = process.env['SEARCH_FIELDS']?.split(',').filter((name): name is Field => fields.includes(name as Field))

let lots: ScannedLot[] = []

beforeAll(async () => {
  await freshWorld()
  await fillNeighbourhoods(db, { lots: 3000, seed, now })
  lots = await scanLots(db)
}, 300_000)

test(`random questions get the lots that a scan by hand finds, in its order (SEARCH_SEED=${seed})`, async () => {
  const answered = { some: 0, pages: 0 }
  const wrong: string[] = []
  let left = howMany
  for (const asked of questions(lots, seed, asking)) {
    if (left-- === 0 || wrong.length === 5) break
    const { found, pages } = await everyPage(asked)
    const fault =
      whatIsWrong(asked, found) ??
      (await wrongCount(asked, found)) ??
      (await wrongFacet(asked)) ??
      (await wrongMap(asked))
    if (fault) wrong.push(`?${new URLSearchParams(asked.query)}: ${fault}`)
    answered.some += Math.min(1, found.length)
    answered.pages += pages
  }
  expect(wrong).toEqual([])
  // Questions nobody answers prove little.
  expect(answered.some).toBeGreaterThan(howMany / 3)
  expect(answered.pages).toBeGreaterThan(howMany)
}, 900_000)

test('facets of the whole country are those of a scan, at whatever minute and however many lots are over', async () => {
  const minutes = fc.integer({ min: -3 * 24 * 60, max: 20 * 24 * 60 })
  await fc.assert(
    fc.asyncProperty(minutes, async (away) => {
      const then = later(now, { minutes: away })
      const { total, ...facets } = await facetsOf(db, {
        ask: readSearch(new URLSearchParams()),
        from: undefined,
        now: then,
      })
      const open = lots.filter((lot) => verdict(lot, everything, then) === 'yes')
      expect(total).toEqual({ lots: open.length, grams: open.reduce((sum, { grams }) => sum + grams, 0) })
      const byHand = facetsByHand(lots, everything, then)
      expect(facets).toMatchObject({ deadlines: byHand.deadlines, weighed: byHand.weighed, at_hub: byHand.at_hub })
      expect(byKey(facets.families)).toEqual(byHand.families)
      expect(byKey(facets.conditions)).toEqual(byHand.conditions)
    }),
    { seed, numRuns: 60 },
  )
}, 300_000)

const everything: Meaning = { words: [], cuts: [], tolerance: 0, sort: 'newest' }

function questionOf({ query, meaning }: Asked) {
  const ask = readSearch(new URLSearchParams(query))
  const { from, box } = meaning
  const point = from && { latitude_e6: e6(from.latitude), longitude_e6: e6(from.longitude) }
  return { ask, from: point, now, box: box && boxOf(box) }
}

const e6 = (degrees: number) => Math.round(degrees * 1e6)

function boxOf({ south, west, north, east }: NonNullable<Meaning['box']>) {
  return { south_e6: e6(south), west_e6: e6(west), north_e6: e6(north), east_e6: e6(east) }
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

const byKey = (counts: readonly { key: string; lots: number }[]) =>
  Object.fromEntries(counts.map(({ key, lots }) => [key, lots]))

// Whatever else was chosen: facets leave choices out.
function onTheRim({ meaning: { from, radius } }: Asked) {
  const circle: Meaning = { words: [], cuts: [], tolerance: 0, sort: 'newest', from, radius }
  return lots.some((lot) => verdict(lot, circle, now) === 'edge')
}

/** Facets: each counted without its own choice. */
async function wrongFacet(asked: Asked) {
  if (onTheRim(asked)) return undefined
  const facets = await facetsOf(db, questionOf(asked))
  const said = { ...facets, families: byKey(facets.families), leaves: byKey(facets.leaves) }
  const theirs: Record<string, unknown> = { ...said, conditions: byKey(facets.conditions) }
  const ours: Record<string, unknown> = facetsByHand(lots, asked.meaning, now)
  const wrong = Object.keys(ours).find((name) => !isDeepStrictEqual(theirs[name], ours[name]))
  return wrong && `${wrong} are ${JSON.stringify(theirs[wrong])}, by hand ${JSON.stringify(ours[wrong])}`
}

/** The map: its bunches and pins together are the lots in view, and no lot that does not answer is among the pins. */
async function wrongMap(asked: Asked) {
  if (onTheRim(asked)) return undefined
  const { look, meaning } = asked
  const { total, bunches, pins } = await mapView(db, questionOf(asked), boxOf(look), look.zoom)
  const stranger = pins.find(({ id }) => lots.every((lot) => lot.id !== id || verdict(lot, meaning, now) !== 'yes'))
  if (stranger) return `map shows ${stranger.id}, which does not answer`
  const shown = added([...bunches, ...pins.map(({ weight_typ_g }) => ({ grams: weight_typ_g ?? 0 }))])
  const byHand = sumsByHand(lots, meaning, look, now)
  const isSaid = shown.lots === total.lots && shown.grams === total.grams
  if (isSaid && byHand.some(({ lots: many, grams }) => many === shown.lots && grams === shown.grams)) return undefined
  const sums = [total, shown, byHand[0]].map((sum) => JSON.stringify(sum))
  return `map at ${JSON.stringify(look)}: says ${sums[0]}, shows ${sums[1]}, by hand ${sums[2]}`
}
