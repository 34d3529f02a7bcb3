import { beforeAll, expect, test } from 'vitest'
import { meaningOf } from '#app/domain/discovery/asking.server.ts'
import { bestFittingLots } from '#app/domain/discovery/best-fit.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { skewedChance } from '#scripts/bench/corpus-chance.ts'
import { fillNeighbourhoods } from '../support/searched-lots.ts'
import { db, freshWorld, now } from '../support/world.ts'

const seed = 20_261_129
const rome = { latitude_e6: 41_900_000, longitude_e6: 12_500_000 }
/** However few lots there are, as if there were too many to rate one by one. */
const bySize = { few: 0, most: 0 }

beforeAll(async () => {
  await freshWorld()
  await fillNeighbourhoods(db, { lots: 1500, seed, now })
}, 300_000)

test('lots read by their sizes are the same, in the same order, as lots rated one by one', async () => {
  const chance = skewedChance(seed)
  let found = 0
  for (let asked = 0; asked < 60; asked++) {
    const line = () => `${chance.whole(1, 8)}x${chance.whole(2, 24) * 50}x${chance.pick([40, 80, 100, 150, 200])}`
    const lines = Array.from({ length: chance.whole(1, 3) }, line).join(';')
    const words = chance.pick(['', '', 'legno', 'tavole', 'di'])
    const query = { cut: lines, tolerance: chance.pick(['0', '5']), q: words, radius: chance.pick(['', '10', '60']) }
    const question = { ask: readSearch(new URLSearchParams(query)), from: chance.pick([undefined, rome]), now }
    const meaning = await meaningOf(db, question)
    if (!meaning) continue
    for (let after: { n: number; value: number | string } | undefined, page = 0; page < 4; page++) {
      const usual = await bestFittingLots(db, question, meaning, { after, limit: 10 })
      expect(await bestFittingLots(db, question, meaning, { after, limit: 10 }, bySize), lines).toEqual(usual)
      found += usual.length
      after = usual.at(-1)
      if (!after) break
    }
  }
  expect(found).toBeGreaterThan(500)
}, 300_000)
