import { beforeEach, expect, test } from 'vitest'
import { isOutlying } from '#app/domain/handovers/handover.ts'
import { shareOfLot, weighing } from '#app/domain/handovers/weigh-record.ts'
import { handOver, ledger, promised, promisedBoards } from '../support/handover-steps.ts'
import { db, freshWorld } from '../support/world.ts'

beforeEach(freshWorld)

test.each([
  ['A', 19_600, 20_000, 20_400],
  ['B', 18_000, 20_000, 22_000],
  ['C', 14_000, 20_000, 26_000],
  ['D', 10_000, 20_000, 40_000],
] as const)('20 kg in grade %s are %i to %i g', (grade, low_g, typ_g, high_g) => {
  expect(weighing({ grade, typ_g: 20_000 })).toMatchObject({ grade, low_g, typ_g, high_g })
})

test('grade E has no grams, whatever was typed', () => {
  expect(weighing({ grade: 'E', typ_g: 20_000 })).toMatchObject({ grade: 'E', low_g: null, typ_g: null, high_g: null })
})

test('a weight said without a figure is grade E', () => {
  expect(weighing({ grade: 'A', typ_g: null }).grade).toBe('E')
})

const lot = {
  total: 7,
  weight_grade: 'C',
  weight_low_g: 800,
  weight_typ_g: 1000,
  weight_high_g: 1300,
  weight_method: 'size-density',
  weight_reference: 'oak',
  weight_reference_version: '2026.1',
  weight_photo_hash: null,
} as const

test('the shares of a lot add up to it to the gram', () => {
  const shares = [1, 2, 3, 1].map((quantity, at) => shareOfLot(lot, quantity, [0, 1, 3, 6][at] ?? 0)?.typ_g ?? 0)
  expect(shares.reduce((sum, grams) => sum + grams, 0)).toBe(1000)
})

test('a share of a lot weighed whole is documented, no longer weighed', () => {
  const weighedLot = { ...lot, weight_grade: 'A' } as const
  expect(shareOfLot(weighedLot, 7, 0)?.grade).toBe('A')
  expect(shareOfLot(weighedLot, 2, 0)?.grade).toBe('B')
})

test('the lot’s estimate counts when the giver only declares a figure, by its share', async () => {
  const { claim } = await promisedBoards()
  const { entry } = await handOver(claim, { grade: 'D', typ_g: 50_000 })
  expect(entry).toMatchObject({
    grade: 'C',
    low_g: 16_000,
    typ_g: 21_600,
    high_g: 28_000,
    weight_reference: 'wood.solid',
    method: 'size × density',
  })
})

test('two parts of an estimated lot never count more than the lot', async () => {
  const { claim, listing } = await promisedBoards({ total: 15 })
  await handOver(claim, { grade: 'E', typ_g: null })
  await handOver(await promised(listing, { claimant_id: 'gina', qty_wanted: 7 }), { grade: 'E', typ_g: null })
  const grams = (await ledger()).map((entry) => entry.typ_g)
  expect(grams.reduce((sum, one) => sum + one, 0)).toBe(108_000)
})

test('a scale at the handover beats the lot’s estimate', async () => {
  const { claim } = await promisedBoards()
  expect((await handOver(claim)).entry).toMatchObject({ grade: 'A', typ_g: 23_400, weight_reference: '' })
})

test('what nobody has weighed counts its pieces and no kilograms', async () => {
  const { claim } = await promisedBoards({
    weight_grade: 'E',
    weight_low_g: null,
    weight_typ_g: null,
    weight_high_g: null,
  })
  const confirmed = await handOver(claim, { grade: 'E', typ_g: null })
  expect(confirmed).not.toHaveProperty('entry')
  expect(await ledger()).toEqual([])
  expect(await db.selectFrom('claims').select(['state', 'qty_done']).executeTakeFirst()).toEqual({
    state: 'collected',
    qty_done: 8,
  })
})

test('an unusual weight is asked about, never refused', async () => {
  expect(isOutlying(234_000, { low_g: 16_000, high_g: 28_000 })).toBe(true)
  expect(isOutlying(23_400, { low_g: 16_000, high_g: 28_000 })).toBe(false)
  const { claim } = await promisedBoards()
  expect((await handOver(claim, { typ_g: 234_000 })).entry?.typ_g).toBe(234_000)
})
