import { expect, test } from 'vitest'
import { listingSearchText } from '#app/domain/listings/listing-search-text.ts'
import { material } from '#app/domain/listings/material.ts'
import { corpus, donorId, sharesOf } from '#scripts/bench/corpus.ts'
import { sites } from '#scripts/bench/corpus-sites.ts'
import { fillCorpus } from '#scripts/bench/fill-corpus.ts'
import { db, freshWorld, now } from '../support/world.ts'

const listings = 4000
const lots = [...corpus({ listings, seed: 7, now })]
const places = [...sites(7, sharesOf(listings).sites, donorId, now)]
const share = (is: (lot: (typeof lots)[number]) => boolean) => lots.filter(is).length / listings

test('the same seed makes the same lots, another seed others', () => {
  expect([...corpus({ listings: 50, seed: 3, now })]).toEqual([...corpus({ listings: 50, seed: 3, now })])
  expect([...corpus({ listings: 50, seed: 3, now })]).not.toEqual([...corpus({ listings: 50, seed: 4, now })])
  expect([...sites(3, 50, donorId, now)]).toEqual([...sites(3, 50, donorId, now)])
})

test('seven lots in ten are live, no two published in the same millisecond, over two years', () => {
  expect(share(({ state }) => state === 'live')).toBeCloseTo(0.7, 1)
  const published = lots.flatMap(({ published_at }) => published_at ?? [])
  expect(new Set(published).size).toBe(published.length)
  expect(published.toSorted()).toEqual(published)
  expect((Date.parse(now) - Date.parse(published[0] ?? '')) / 86_400_000).toBeCloseTo(730, -1)
  expect((published.at(-1) ?? '') < now).toBe(true)
  expect(new Set(lots.map(({ id }) => id)).size).toBe(listings)
})

test('a lot is found by the words the house itself would give it', () => {
  for (const lot of lots.slice(0, 300)) expect(lot).toMatchObject(listingSearchText(lot))
  expect(lots.every(({ material_key }) => material(material_key))).toBe(true)
})

test('stocks have the shapes of the trades: sizes, conditions, grades, deadlines, quantities', () => {
  expect(
    new Set(lots.map((lot) => `${lot.piece_length_mm}x${lot.piece_width_mm}x${lot.piece_thickness_mm}`)).size,
  ).toBeGreaterThan(1000)
  for (const [is, least, most] of [
    [(lot) => lot.piece_length_mm !== null && lot.unit === 'piece', 0.4, 0.8],
    [(lot) => lot.condition === null, 0.1, 0.2],
    [(lot) => lot.weight_grade === 'A' || lot.weight_grade === 'B', 0.15, 0.35],
    [(lot) => (lot.weight_typ_g === null) === (lot.weight_grade === 'E'), 1, 1],
    [(lot) => lot.must_go_by !== null, 0.35, 0.45],
    [(lot) => (lot.reserved_until ?? '') > now, 0.01, 0.06],
    [(lot) => lot.hub_id !== null, 0.02, 0.04],
    [(lot) => lot.total === 1, 0.001, 0.5],
  ] as const satisfies [(lot: (typeof lots)[number]) => boolean, number, number][]) {
    expect(share(is)).toBeGreaterThanOrEqual(least)
    expect(share(is)).toBeLessThanOrEqual(most)
  }
})

test('most lots are where most people are, and Rome has most', () => {
  const towns = new Map<string, number>()
  for (const { municipality } of places) towns.set(municipality, (towns.get(municipality) ?? 0) + 1)
  const [first, second] = [...towns].sort((a, b) => b[1] - a[1])
  expect(first?.[0]).toBe('Roma')
  expect((first?.[1] ?? 0) / (second?.[1] ?? 1)).toBeGreaterThan(1.5)
  expect(towns.size).toBeGreaterThan(300)
})

test('a database takes the whole corpus with all its rules', async () => {
  await freshWorld()
  const told: string[] = []
  await fillCorpus(db, { listings: 3000, seed: 7, now }, (table, rows) => told.push(`${table} ${rows}`))
  expect(told).toEqual(['members 3', 'places 1200', 'hubs 1', 'listings 3000'])
  const { n } = await db
    .selectFrom('listings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(n).toBe(3000)
})
