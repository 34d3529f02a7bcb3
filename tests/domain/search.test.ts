import { beforeEach, expect, test } from 'vitest'
import { lotsGoingSoon, newestLots, similarLots } from '#app/domain/discovery/lot-page.read.server.ts'
import { readPageKey, writePageKey } from '#app/domain/discovery/page-key.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { readSearchText } from '#app/domain/discovery/search-text.ts'
import { later } from '#app/domain/instant.ts'
import { boxAround, distanceMetres } from '#app/domain/places/point.ts'
import { db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const ada = { latitude_e6: 41_940_000, longitude_e6: 12_530_000 }
const ask = (query: string) => readSearch(new URLSearchParams(query))
const titles = async (query: string, from?: typeof ada) =>
  (await searchLots(db, { ask: ask(query), from, now })).lots.map((lot) => lot.title)

test.each([
  ['8 tavole almeno 1.200 mm', { words: ['tavole'], min_length_mm: 1200, min_quantity: 8 }],
  ['tavole almeno 1,2 m', { words: ['tavole'], min_length_mm: 1200, min_quantity: undefined }],
  ['pezzi da 60 a 90 cm', { words: ['pezzi'], min_length_mm: 600, min_quantity: undefined }],
  ['boards between 1,5 and 2 m', { words: ['boards'], min_length_mm: 1500, min_quantity: undefined }],
  ['boards at least 120 cm', { words: ['boards'], min_length_mm: 1200, min_quantity: undefined }],
  ['lamiera', { words: ['lamiera'], min_length_mm: undefined, min_quantity: undefined }],
  ['', { words: [], min_length_mm: undefined, min_quantity: undefined }],
])('«%s» is taken apart', (typed, read) => {
  expect(readSearchText(typed)).toMatchObject(read)
})

test('a plural finds the singular, and accents and capitals do not matter', async () => {
  await given.listing({ title: 'Tavola lunga', search_text: 'tavola lunga legno' })
  expect(await titles('q=TAVOLE')).toEqual(['Tavola lunga'])
  expect(await titles('q=tàvole')).toEqual(['Tavola lunga'])
  expect(await titles('q=sedie')).toEqual([])
})

test('pieces that are too short, or too few, do not answer', async () => {
  await given.listing({ title: 'Corte', piece_length_mm: 900 })
  await given.listing({ title: 'Lunghe', piece_length_mm: 1500, total: 10 })
  expect(await titles('q=tavole almeno 1200 mm')).toEqual(['Lunghe'])
  expect(await titles('q=12 tavole almeno 1200 mm')).toEqual([])
})

test('only live lots whose time has not run out are found', async () => {
  await given.listing({ title: 'Bozza', state: 'draft' })
  await given.listing({
    title: 'Scaduto',
    must_go_by: later(now, { hours: -1 }),
    available_from: later(now, { days: -3 }),
  })
  await given.listing({ title: 'Chiuso', state: 'closed' })
  await given.listing({ title: 'Vivo' })
  expect(await titles('')).toEqual(['Vivo'])
})

test('a material finds its whole branch and nothing beside it', async () => {
  await given.listing({ title: 'Tavole', material_key: 'wood.solid.boards' })
  await given.listing({ title: 'Altro', material_key: 'woodchip' })
  expect(await titles('material=wood')).toEqual(['Tavole'])
})

test('nearest comes first, and a radius leaves out what is farther', async () => {
  await given.listing({ title: 'Borgata', place_id: 'borgata-yard' })
  await given.listing({ title: 'Cantina', place_id: 'cellar' })
  expect(await titles('', ada)).toEqual(['Cantina', 'Borgata'])
  expect(await titles('radius=2', ada)).toEqual(['Cantina'])
  const far = await db.selectFrom('places').selectAll().where('id', '=', 'borgata-yard').executeTakeFirstOrThrow()
  const kilometres = Math.ceil(distanceMetres(ada, far) / 1000)
  expect(await titles(`radius=${kilometres}`, ada)).toHaveLength(2)
  expect(await titles(`radius=${kilometres - 1}`, ada)).toHaveLength(1)
})

test('every order pages through every lot once', async () => {
  for (let n = 0; n < 30; n++)
    await given.listing({
      title: `Lotto ${n}`,
      published_at: later(now, { hours: -(n % 7) - 1 }),
      must_go_by: later(now, { days: (n % 5) + 1 }),
      place_id: n % 2 ? 'cellar' : 'workshop',
    })
  for (const sort of ['newest', 'ending', 'nearest']) {
    const first = await searchLots(db, { ask: ask(`sort=${sort}`), from: ada, now })
    const second = await searchLots(db, { ask: ask(`sort=${sort}&after=${first.next}`), from: ada, now })
    expect([first.lots.length, second.lots.length, second.next]).toEqual([24, 6, undefined])
    expect(new Set([...first.lots, ...second.lots].map((lot) => lot.id)).size).toBe(30)
  }
})

test('lots that nobody has weighed are counted without adding grams, and a box leaves out what is outside', async () => {
  await given.listing({ title: 'Uno', weight_typ_g: 100_000 })
  await given.listing({ title: 'Due', weight_grade: 'E', weight_low_g: null, weight_typ_g: null, weight_high_g: null })
  const question = { ask: ask(''), from: undefined, now, box: boxAround(ada, 5000) }
  expect(await countLots(db, question)).toEqual({ lots: 2, grams: 100_000 })
  expect(
    await countLots(db, { ...question, box: boxAround({ latitude_e6: 45_000_000, longitude_e6: 9_000_000 }, 5000) }),
  ).toEqual({ lots: 0, grams: 0 })
})

test.each([
  'radius=-5',
  'lat=999&lon=abc',
  'sort=drop',
  'after=%00%27',
  'material=..%2F..',
  `q=${'x '.repeat(5000)}`,
  'q=%25_%22%27%00%F0%9F%AA%B5',
  'by=never',
  'lat=41&lon=12&radius=200&q=tavole',
])('«%s» is answered without a fault', async (query) => {
  await given.listing()
  expect(Array.isArray(await titles(query, ada))).toBe(true)
})

test('a page key belongs to its order and survives no tampering', () => {
  const key = { sort: 'ending', value: '2026-11-25T10:00:00.000Z', id: 'a-1' } as const
  expect(readPageKey(writePageKey(key), 'ending')).toEqual(key)
  expect(readPageKey(writePageKey(key), 'newest')).toBeUndefined()
  expect(readPageKey(`${writePageKey(key)}x`, 'ending')).toBeUndefined()
})

test('a search is its address: what is empty is left out, and a new question starts on its first page', () => {
  expect(searchHref(ask('q=tavole&material=&after=abc'))).toBe('/listings?q=tavole')
  expect(searchHref(ask(''), { material: 'wood' })).toBe('/listings?material=wood')
})

test('a first page and a lot’s neighbours show what still has something to give', async () => {
  const left = await given.listing({ total: 4 })
  const promised = await given.listing({ total: 4 })
  await given.claim({ listing_id: promised.id, state: 'confirmed', qty_wanted: 4 })
  const shown = [
    await newestLots(db, now, 4),
    await lotsGoingSoon(db, now, 4),
    await similarLots(db, { id: 'another', material_key: 'wood.solid' }, now),
  ]
  expect(shown.map((lots) => lots.map(({ id }) => id))).toEqual([[left.id], [left.id], [left.id]])
})
