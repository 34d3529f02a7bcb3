import { beforeEach, expect, test } from 'vitest'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { rangeOf, ratio } from '#app/domain/impact/estimate.ts'
import { monthsOf, yearOf, yearPeriod } from '#app/domain/impact/period.ts'
import {
  countedYears,
  headline,
  totalOfListing,
  totalOfPeriod,
  totalOfStock,
  totalsByCategory,
  totalsByGrade,
  totalsByMaterial,
  totalsByMonth,
  totalsByMunicipality,
  totalsOfMember,
  totalsOfOrganisation,
} from '#app/domain/impact/totals.read.server.ts'
import { uncounted } from '#app/domain/impact/uncounted.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { handOver, promised, promisedBoards, record } from '../support/handover-steps.ts'
import { actOf, db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const year = yearPeriod(2026)

test('four hundred chairs from one table row are wrong four hundred times the same way', () => {
  const chairs = Array.from({ length: 400 }, () => ({ typ_g: 10_000, down_g: 3000, up_g: 3000 }))
  expect(rangeOf(chairs).high_g - 4_000_000).toBe(60_000)
  expect(rangeOf([{ typ_g: 4_000_000, down_g: 1_200_000, up_g: 1_200_000 }])).toEqual({
    low_g: 2_800_000,
    typ_g: 4_000_000,
    high_g: 5_200_000,
  })
})

test('low and high are kept apart, and low never falls below nothing', () => {
  expect(
    rangeOf([
      { typ_g: 10, down_g: 30, up_g: 4 },
      { typ_g: 10, down_g: 0, up_g: 3 },
    ]),
  ).toEqual({ low_g: 0, typ_g: 20, high_g: 25 })
})

test('a share of nothing is nothing', () => {
  expect(ratio(3, 4)).toBe(0.75)
  expect(ratio(0, 0)).toBe(0)
})

test('the year turns at midnight in Rome', () => {
  expect(yearOf('2026-12-31T22:59:59.999Z')).toBe(2026)
  expect(yearOf('2026-12-31T23:00:00.000Z')).toBe(2027)
  expect(year).toEqual({ from: '2025-12-31T23:00:00.000Z', to: '2026-12-31T23:00:00.000Z' })
  expect(monthsOf(2026, now).at(-1)?.month).toBe('2026-11')
  expect(monthsOf(2025, now)).toHaveLength(12)
})

test('nothing handed over is nothing counted', async () => {
  expect(await headline(db, now)).toMatchObject({
    year: 2026,
    this_year: { typ_g: 0, handovers: 0 },
    ever: { typ_g: 0 },
  })
  expect(await countedYears(db, now)).toEqual([2026])
})

test('two weighed handovers: their errors partly cancel', async () => {
  const { listing, claim } = await promisedBoards()
  await handOver(claim, { typ_g: 30_000 })
  await handOver(await promised(listing, { claimant_id: 'gina' }), { typ_g: 40_000 })
  const { this_year } = await headline(db, now)
  expect(this_year).toEqual({ low_g: 69_000, typ_g: 70_000, high_g: 71_000, handovers: 2, weighed: 1, documented: 0 })
})

test('the headline moves with every entry, and not between two', async () => {
  const { listing, claim } = await promisedBoards()
  await handOver(claim, { typ_g: 30_000 })
  const first = await headline(db, now)
  expect(await headline(db, now)).toBe(first)
  await handOver(await promised(listing, { claimant_id: 'gina' }), { typ_g: 40_000 })
  expect((await headline(db, now)).ever.typ_g).toBe(70_000)
  expect((await headline(db, '2027-02-01T09:00:00.000Z')).this_year.typ_g).toBe(0)
})

test('two estimates from one table row: their errors add up', async () => {
  const { listing, claim } = await promisedBoards()
  await handOver(claim, { grade: 'E', typ_g: null })
  await handOver(await promised(listing, { claimant_id: 'gina' }), { grade: 'E', typ_g: null })
  expect(await totalOfListing(db, listing.id)).toMatchObject({
    low_g: 32_000,
    typ_g: 43_200,
    high_g: 56_000,
    weighed: 0,
  })
})

test('a correction takes the place of what it corrects, in grams and in range', async () => {
  const { claim, listing } = await promisedBoards()
  const { handover } = await handOver(claim, { typ_g: 234_000 })
  const corrected = await write(db, (trx) =>
    correctHandover(trx, actOf('dario'), handover.id, weighing({ grade: 'A', typ_g: 23_400 }), 'wrong_unit'),
  )
  expect(corrected).toMatchObject({ entry: { kind: 'correction', reason: 'wrong_unit' } })
  expect(await totalOfListing(db, listing.id)).toEqual({
    low_g: 22_932,
    typ_g: 23_400,
    high_g: 23_868,
    handovers: 1,
    weighed: 1,
    documented: 0,
  })
})

test('every breakdown adds up to the headline, to the gram', async () => {
  const { listing, claim } = await promisedBoards({ material_key: 'wood.solid.boards' })
  await handOver(claim, {}, '2026-03-10T10:00:00.000Z')
  await handOver(
    await promised(listing, { claimant_id: 'gina' }),
    { grade: 'B', typ_g: 17_001 },
    '2026-03-31T22:30:00.000Z',
  )
  const doors = await promisedBoards({ material_key: 'textile.fabric', total: 3 }, { qty_wanted: 3 })
  await handOver(doors.claim, { grade: 'D', typ_g: 9999 }, '2025-06-01T08:00:00.000Z')
  const { this_year, ever } = await headline(db, now)
  expect(ever.typ_g - this_year.typ_g).toBe(108_000)
  const sum = (totals: { typ_g: number }[]) => totals.reduce((grams, { typ_g }) => grams + typ_g, 0)
  for (const totals of [totalsByGrade, totalsByCategory, totalsByMaterial, totalsByMunicipality])
    expect(sum(await totals(db, year))).toBe(this_year.typ_g)
  const months = await totalsByMonth(db, 2026, now)
  expect(sum(months)).toBe(this_year.typ_g)
  expect(months.filter(({ typ_g }) => typ_g > 0).map(({ month }) => month)).toEqual(['2026-03', '2026-04'])
  expect((await totalsByMunicipality(db, year))[0]).toMatchObject({ bucket: '058091', name: 'Roma', handovers: 2 })
  expect(await countedYears(db, now)).toEqual([2026, 2025])
  expect((await totalOfPeriod(db, yearPeriod(2025))).typ_g).toBe(108_000)
})

test('a member and their organisation are counted apart', async () => {
  const { listing, claim } = await promisedBoards({}, { organisation_id: 'bottega' })
  await handOver(claim, { typ_g: 10_000 })
  await handOver(await promised(listing, { party_key: 'bruno' }), { typ_g: 5000 })
  expect((await totalsOfMember(db, 'bruno')).taken.typ_g).toBe(5000)
  expect((await totalsOfOrganisation(db, 'bottega')).taken.typ_g).toBe(10_000)
  expect((await totalsOfMember(db, 'bruno')).grades).toEqual([{ grade: 'A', ratio: 1 }])
  expect((await totalsOfMember(db, 'gina')).grades).toEqual([])
  expect(await totalsOfMember(db, 'ada')).toMatchObject({ given: { typ_g: 15_000, handovers: 2 }, taken: { typ_g: 0 } })
})

test('hub stock, offers, and what nobody weighed are in no total', async () => {
  const { claim, listing } = await promisedBoards({}, { claimant_id: 'pia', hub_id: 'borgata', party_key: 'borgata' })
  await handOver(claim)
  const unknown = await promisedBoards({
    weight_grade: 'E',
    weight_low_g: null,
    weight_typ_g: null,
    weight_high_g: null,
    total: 8,
  })
  await handOver(unknown.claim, { grade: 'E', typ_g: null })
  await record(await promised(listing, { claimant_id: 'gina' }))
  await given.listing({ state: 'draft' })
  expect((await headline(db, now)).ever.typ_g).toBe(0)
  expect((await totalOfStock(db)).typ_g).toBe(23_400)
  expect(await uncounted(db)).toEqual({ stock_g: 23_400, offered_g: 86_400, waste_g: 0, unweighed: 1, unconfirmed: 1 })
})
