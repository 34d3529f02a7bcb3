import { beforeEach, describe, expect, test } from 'vitest'
import type { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import { makeHandoverCode } from '#app/domain/claims/handover-code.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import type { CorrectionReason } from '#app/domain/handovers/correction-reason.ts'
import { type Counted, countStock, endCount, startCount } from '#app/domain/handovers/count-stock.server.ts'
import { mergeStock } from '#app/domain/handovers/merge-stock.server.ts'
import { putInBay } from '#app/domain/handovers/put-in-bay.server.ts'
import { splitStock } from '#app/domain/handovers/split-stock.server.ts'
import { differencesWithStock } from '#app/domain/handovers/stock-check.read.server.ts'
import type { Part } from '#app/domain/handovers/stock-lot.ts'
import { verifyChain } from '#app/domain/handovers/verify-chain.server.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { newId } from '#app/domain/id.server.ts'
import { headline, totalOfStock } from '#app/domain/impact/totals.read.server.ts'
import { renewListing } from '#app/domain/listings/renew-listing.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { write } from '#app/domain/write.server.ts'
import { ledger, promisedBoards } from '../support/handover-steps.ts'
import { allowChanges } from '../support/ledger-tampering.ts'
import {
  expectSoundStock,
  handedOver,
  movesOf,
  offer,
  promisedTo,
  saidInLedger,
  stockLot,
  takenIn,
} from '../support/stock-steps.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const ask: ClaimAsk = {
  qty_wanted: 4,
  qty_min: 4,
  days: [],
  transport: 'van',
  purpose: 'Magazzino.',
  organisation_id: null,
}

const toBruno = { giver: 'dario', taker: 'bruno' } as const

function split(lotId: string, parts: Part[], key: string = newId(), by: Neighbour = 'dario') {
  return write(db, (trx) => splitStock(trx, actOf(by), lotId, { parts, key }))
}

function count(lotId: string, facts: Partial<Counted>, by: Neighbour = 'dario') {
  const usual = { quantity: 10, grams: null, grade: 'A', reason: 'counted', key: newId() } as const
  return write(db, (trx) => countStock(trx, actOf(by), lotId, { ...usual, ...facts }))
}

function correct(handoverId: string, typ_g: number | null, reason: CorrectionReason = 'weighed_later') {
  const weighed = weighing({ grade: typ_g === null ? 'E' : 'A', typ_g })
  return write(db, (trx) => correctHandover(trx, actOf('elena'), handoverId, weighed, reason))
}

async function grams(lotId: string) {
  const { quantity, grams: held } = await stockLot(lotId)
  return [quantity, held]
}

describe('a claim for the hub’s stock', () => {
  const place = (by: Neighbour, hub_id: string, lot: string) =>
    write(db, (trx) => placeClaim(trx, actOf(by), lot, { ...ask, hub_id }))

  test('is made by whoever coordinates the hub, in its name', async () => {
    const lot = await given.listing()
    expect(await place('dario', 'oz', lot.id)).toMatchObject({
      claim: { claimant_id: 'dario', hub_id: 'oz', party_key: 'oz', organisation_id: null },
    })
    expect(await place('ada', 'oz', (await given.listing({ donor_id: 'gina' })).id)).toEqual({ refused: 'not-yours' })
    expect(await place('pia', 'oz', lot.id)).toEqual({ refused: 'not-yours' })
  })

  test('is one for the hub, whoever asks first, and none in anybody’s own name', async () => {
    const lot = await given.listing()
    await place('dario', 'oz', lot.id)
    expect(await place('dario', 'oz', lot.id)).toEqual({ refused: 'already-asked' })
    expect(await write(db, (trx) => placeClaim(trx, actOf('dario'), lot.id, ask))).toMatchObject({
      claim: { hub_id: null, party_key: 'dario' },
    })
  })

  test('all who coordinate the hub stand on the taker’s side', async () => {
    await db.insertInto('hub_coordinators').values({ hub_id: 'oz', member_id: 'gina', since: now }).execute()
    const { claim } = await promisedBoards({}, { claimant_id: 'dario', hub_id: 'oz', party_key: 'oz' })
    const { entry } = await handedOver(claim, {}, { giver: 'ada', taker: 'gina' })
    expect(entry).toMatchObject({ kind: 'pipeline_in', taker_type: 'intermediary' })
  })

  test('what a coordinator asks for in their own name is used, not stored', async () => {
    const { claim } = await promisedBoards({}, { claimant_id: 'dario' })
    const { entry } = await handedOver(claim, {}, { giver: 'ada', taker: 'dario' })
    expect(entry).toMatchObject({ kind: 'reuse', taker_type: 'end_user' })
    expect(await db.selectFrom('stock_lots').select('id').execute()).toEqual([])
  })
})

describe('arriving', () => {
  test('makes a stock lot with a code, and counts as stock alone', async () => {
    const { lot, listing } = await takenIn()
    expect(lot).toMatchObject({
      code: 'OZ-0001',
      hub_id: 'oz',
      quantity: 10,
      grams: 30_000,
      grade: 'A',
      bay_id: null,
      origin_listing_id: listing.id,
    })
    expect(await saidInLedger()).toEqual(['pipeline_in 30000 ada→oz handover'])
    expect((await headline(db, now)).ever.typ_g).toBe(0)
    expect((await totalOfStock(db)).typ_g).toBe(30_000)
    expect((await takenIn()).lot.code).toBe('OZ-0002')
    await expectSoundStock()
  })

  test('of what nobody weighed counts the pieces', async () => {
    const { lot } = await takenIn(
      { grade: 'E', typ_g: null },
      { weight_grade: 'E', weight_low_g: null, weight_typ_g: null, weight_high_g: null },
    )
    expect(lot).toMatchObject({ quantity: 10, grams: 0, grade: 'E' })
    expect(await ledger()).toEqual([])
    await expectSoundStock()
  })

  test('put right later changes ledger and lot by the same grams', async () => {
    const { lot, handover } = await takenIn()
    await correct(handover.id, 26_000)
    expect(await grams(lot.id)).toEqual([10, 26_000])
    await correct(handover.id, null, 'not_collected')
    expect(await grams(lot.id)).toEqual([0, 0])
    await correct(handover.id, 28_000)
    expect(await grams(lot.id)).toEqual([10, 28_000])
    await expectSoundStock()
  })

  test('cannot be put right below what has moved on', async () => {
    const { lot, handover } = await takenIn()
    await split(lot.id, [{ quantity: 8, grams: null }])
    expect(await correct(handover.id, 20_000)).toEqual({ refused: 'stock-moved-on' })
    await expectSoundStock()
  })
})

describe('leaving', () => {
  test('takes it out of stock and counts it as used, in one go', async () => {
    const { lot, listing } = await takenIn()
    const offered = await offer(lot.id, 10)
    const listing_id = 'listing_id' in offered ? offered.listing_id : ''
    expect(await db.selectFrom('listings').selectAll().where('id', '=', listing_id).executeTakeFirst()).toMatchObject({
      donor_id: 'dario',
      hub_id: 'oz',
      place_id: 'oz-yard',
      total: 10,
      weight_grade: 'A',
      weight_typ_g: 30_000,
      state: 'live',
    })
    await handedOver(await promisedTo(listing_id, 4), { typ_g: 11_000 }, toBruno)
    expect(await saidInLedger()).toEqual([
      'pipeline_in 30000 ada→oz handover',
      'pipeline_out 11000 oz→outside handover',
      'reuse 11000 oz→bruno handover',
    ])
    expect((await ledger()).map(({ parent_listing_id }) => parent_listing_id)).toEqual([null, listing.id, listing.id])
    expect(await grams(lot.id)).toEqual([6, 19_000])
    expect((await headline(db, now)).ever.typ_g).toBe(11_000)
    expect((await totalOfStock(db)).typ_g).toBe(19_000)
    await expectSoundStock()
  })

  test('without a scale leaves its share, and the whole leaves all', async () => {
    const { lot } = await takenIn({ typ_g: 30_001 })
    const offered = await offer(lot.id, 10)
    const listing_id = 'listing_id' in offered ? offered.listing_id : ''
    await handedOver(await promisedTo(listing_id, 3), { grade: 'E', typ_g: null }, toBruno)
    expect(await grams(lot.id)).toEqual([7, 21_001])
    await handedOver(
      await promisedTo(listing_id, 7, 'gina'),
      { grade: 'E', typ_g: null },
      { ...toBruno, taker: 'gina' },
    )
    expect(await stockLot(lot.id)).toMatchObject({ quantity: 0, grams: 0, ended_at: now })
    await expectSoundStock()
  })

  test('heavier than the stock says counts the surplus first', async () => {
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 10)
    await handedOver(
      await promisedTo('listing_id' in offered ? offered.listing_id : '', 10),
      { typ_g: 33_000 },
      toBruno,
    )
    expect((await saidInLedger()).slice(1)).toEqual([
      'pipeline_in 3000 outside→oz more_than_held',
      'pipeline_out 33000 oz→outside handover',
      'reuse 33000 oz→bruno handover',
    ])
    expect((await movesOf(lot.id)).map(({ kind, grams: moved }) => [kind, moved])).toEqual([
      ['arrived', 30_000],
      ['counted', 3000],
      ['left', -33_000],
    ])
    await expectSoundStock()
  })

  test('lighter than the stock says counts the rest off, when nothing is left', async () => {
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 10)
    await handedOver(
      await promisedTo('listing_id' in offered ? offered.listing_id : '', 10),
      { typ_g: 28_000 },
      toBruno,
    )
    expect((await saidInLedger()).at(-1)).toBe('pipeline_out 2000 oz→outside nothing_left')
    expect(await grams(lot.id)).toEqual([0, 0])
    await expectSoundStock()
  })

  test('put right later, up and down and undone, keeps stock and ledger one', async () => {
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 10)
    const claim = await promisedTo('listing_id' in offered ? offered.listing_id : '', 4)
    const { handover } = await handedOver(claim, { typ_g: 11_000 }, toBruno)
    for (const [typ_g, left] of [
      [9000, 21_000],
      [31_000, 0],
      [12_000, 19_000],
    ] as const) {
      await correct(handover.id, typ_g)
      expect(await grams(lot.id)).toEqual([6, left])
      expect((await headline(db, now)).ever.typ_g).toBe(typ_g)
      await expectSoundStock()
    }
    await correct(handover.id, null, 'not_collected')
    expect(await grams(lot.id)).toEqual([10, 31_000])
    expect((await headline(db, now)).ever.typ_g).toBe(0)
    await expectSoundStock()
  })

  test('to another hub is stock there, and still not used', async () => {
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 10)
    const listing_id = 'listing_id' in offered ? offered.listing_id : ''
    const claim = await given.claim({
      listing_id,
      claimant_id: 'pia',
      hub_id: 'borgata',
      party_key: 'borgata',
      state: 'scheduled',
      qty_wanted: 10,
    })
    await write(db, (trx) => makeHandoverCode(trx, actOf('pia'), claim.id))
    await handedOver(claim, { typ_g: 30_000 }, { giver: 'dario', taker: 'pia' })
    expect((await saidInLedger()).slice(1)).toEqual([
      'pipeline_out 30000 oz→outside handover',
      'pipeline_in 30000 oz→borgata handover',
    ])
    expect((await headline(db, now)).ever.typ_g).toBe(0)
    await expectSoundStock()
  })
})

describe('offering', () => {
  test('a part makes it a lot of its own first', async () => {
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 4)
    expect(offered).toMatchObject({ lot: { code: 'OZ-0002', quantity: 4, grams: 12_000, parent_id: lot.id } })
    expect(await grams(lot.id)).toEqual([6, 18_000])
    await expectSoundStock()
  })

  test('is for coordinators, once at a time, and never more than there is', async () => {
    const { lot } = await takenIn()
    expect(await offer(lot.id, 11)).toEqual({ refused: 'more-than-in-stock' })
    expect(await offer(lot.id, 4, {}, 'pia')).toEqual({ refused: 'not-yours' })
    await offer(lot.id, 10)
    expect(await offer(lot.id, 10)).toEqual({ refused: 'stock-offered' })
    expect(await split(lot.id, [{ quantity: 1, grams: null }])).toEqual({ refused: 'stock-offered' })
  })

  test('ends with the listing, and begins again with a new one', async () => {
    const { lot } = await takenIn()
    const first = await offer(lot.id, 10)
    const id = 'listing_id' in first ? first.listing_id : ''
    await write(db, (trx) => endListing(trx, actOf('dario'), id, 'withdrawn'))
    expect(await write(db, (trx) => renewListing(trx, actOf('dario'), id, null))).toEqual({ refused: 'not-renewable' })
    expect(await offer(lot.id, 10)).toHaveProperty('listing_id')
  })

  test('sent twice offers once', async () => {
    const { lot } = await takenIn()
    const key = newId()
    const [one, other] = [await offer(lot.id, 4, { key }), await offer(lot.id, 4, { key })]
    expect('listing_id' in one && 'listing_id' in other && one.listing_id === other.listing_id).toBe(true)
  })

  test('the hub cannot take its own stock in again', async () => {
    await db.insertInto('hub_coordinators').values({ hub_id: 'oz', member_id: 'gina', since: now }).execute()
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 10)
    const id = 'listing_id' in offered ? offered.listing_id : ''
    expect(await write(db, (trx) => placeClaim(trx, actOf('gina'), id, { ...ask, hub_id: 'oz' }))).toEqual({
      refused: 'own-listing',
    })
  })
})

describe('splitting and merging', () => {
  test('parts and rest add up to the gram', async () => {
    const { lot } = await takenIn({ typ_g: 10_001 })
    const parts = await split(lot.id, [
      { quantity: 3, grams: null },
      { quantity: 3, grams: 4000 },
      { quantity: 1, grams: null },
    ])
    const lots = 'lots' in parts ? parts.lots : []
    expect(lots.map(({ code, grams: held, grade }) => [code, held, grade])).toEqual([
      ['OZ-0002', 2572, 'B'],
      ['OZ-0003', 4000, 'A'],
      ['OZ-0004', 857, 'B'],
    ])
    expect(await grams(lot.id)).toEqual([3, 2572])
    await expectSoundStock()
  })

  test('something must stay, and no part is heavier than the lot', async () => {
    const { lot } = await takenIn()
    expect(await split(lot.id, [{ quantity: 10, grams: null }])).toEqual({ refused: 'nothing-stays' })
    expect(await split(lot.id, [])).toEqual({ refused: 'nothing-to-split' })
    expect(await split(lot.id, [{ quantity: 2, grams: 30_001 }])).toEqual({ refused: 'heavier-than-lot' })
    expect(await split(lot.id, [{ quantity: 2, grams: null }], newId(), 'ada')).toEqual({ refused: 'not-yours' })
  })

  test('sent twice splits once', async () => {
    const { lot } = await takenIn()
    const key = newId()
    expect(await split(lot.id, [{ quantity: 4, grams: null }], key)).toEqual(
      await split(lot.id, [{ quantity: 4, grams: null }], key),
    )
    expect(await grams(lot.id)).toEqual([6, 18_000])
  })

  test('two at once take it apart one after the other', async () => {
    const { lot } = await takenIn()
    await Promise.all(Array.from({ length: 6 }, () => split(lot.id, [{ quantity: 3, grams: null }])))
    expect(await grams(lot.id)).toEqual([1, 3000])
    expect(await db.selectFrom('stock_lots').select('id').where('parent_id', '=', lot.id).execute()).toHaveLength(3)
    await expectSoundStock()
  })

  test('two lots become one, as well known as the worse of them', async () => {
    const [one, other] = [await takenIn(), await takenIn({ grade: 'B', typ_g: 25_000 })]
    const key = newId()
    const merge = () => write(db, (trx) => mergeStock(trx, actOf('dario'), one.lot.id, { from: other.lot.id, key }))
    expect(await merge()).toMatchObject({ lot: { quantity: 20, grams: 55_000, grade: 'B', is_mixed: 1 } })
    expect(await merge()).toMatchObject({ lot: { quantity: 20, grams: 55_000 } })
    expect(await stockLot(other.lot.id)).toMatchObject({ quantity: 0, ended_at: now })
    const offered = await offer(one.lot.id, 20)
    await handedOver(
      await promisedTo('listing_id' in offered ? offered.listing_id : '', 20),
      { typ_g: 55_000 },
      toBruno,
    )
    await expectSoundStock()
  })

  test('only the same material in the same unit is put together', async () => {
    const [one, other] = [await takenIn(), await takenIn({}, { material_key: 'metal.steel' })]
    const merging = write(db, (trx) =>
      mergeStock(trx, actOf('dario'), one.lot.id, { from: other.lot.id, key: newId() }),
    )
    expect(await merging).toEqual({ refused: 'not-the-same-material' })
  })
})

describe('counting', () => {
  test('fewer pieces than written are missing, with their share of the weight', async () => {
    const { lot } = await takenIn()
    const key = newId()
    await count(lot.id, { quantity: 8, reason: 'missing', key })
    await count(lot.id, { quantity: 8, reason: 'missing', key })
    expect(await grams(lot.id)).toEqual([8, 24_000])
    expect((await saidInLedger()).slice(1)).toEqual(['pipeline_out 6000 oz→outside missing'])
    await expectSoundStock()
  })

  test('what is broken became waste', async () => {
    const { lot } = await takenIn()
    await count(lot.id, { quantity: 0, reason: 'broken' })
    expect(await stockLot(lot.id)).toMatchObject({ quantity: 0, grams: 0, ended_at: now })
    expect((await saidInLedger()).slice(1)).toEqual(['became_waste 30000 oz→outside broken'])
    expect((await movesOf(lot.id)).at(-1)).toMatchObject({ kind: 'written_off' })
    expect(await count(lot.id, { quantity: 3 })).toEqual({ refused: 'stock-gone' })
    await expectSoundStock()
  })

  test('a scale may say more, also of what nobody had weighed', async () => {
    const { lot } = await takenIn(
      { grade: 'E', typ_g: null },
      { weight_grade: 'E', weight_low_g: null, weight_typ_g: null, weight_high_g: null },
    )
    await count(lot.id, { quantity: 12, grams: 36_000 })
    expect(await stockLot(lot.id)).toMatchObject({ quantity: 12, grams: 36_000, grade: 'A' })
    expect(await saidInLedger()).toEqual(['pipeline_in 36000 outside→oz counted'])
    await expectSoundStock()
  })

  test('what is promised cannot be counted away, what is free can', async () => {
    const { lot } = await takenIn()
    const offered = await offer(lot.id, 10)
    const listing_id = 'listing_id' in offered ? offered.listing_id : ''
    await promisedTo(listing_id, 6)
    expect(await count(lot.id, { quantity: 5, reason: 'missing' })).toEqual({ refused: 'stock-promised' })
    await count(lot.id, { quantity: 7, reason: 'missing' })
    const { total, written_off } = await db
      .selectFrom('listings')
      .select(['total', 'written_off'])
      .where('id', '=', listing_id)
      .executeTakeFirstOrThrow()
    expect(total - written_off).toBe(7)
    await expectSoundStock()
  })

  test('stopped half way keeps what was counted, and goes on', async () => {
    const [one, other] = [await takenIn(), await takenIn()]
    const start = () => write(db, (trx) => startCount(trx, actOf('dario'), 'oz', null))
    const started = await start()
    const count_id = 'count' in started ? started.count.id : ''
    await count(one.lot.id, { quantity: 9, reason: 'missing', count_id })
    await count(one.lot.id, { quantity: 9, count_id })
    expect(await start()).toEqual(started)
    expect(await db.selectFrom('stock_count_lines').select(['lot_id', 'quantity']).execute()).toEqual([
      { lot_id: one.lot.id, quantity: 9 },
    ])
    await write(db, (trx) => endCount(trx, actOf('dario'), count_id))
    expect(await grams(other.lot.id)).toEqual([10, 30_000])
    expect(await start()).not.toEqual(started)
  })
})

test('a lot lies in a bay of its own hub', async () => {
  await db
    .insertInto('bays')
    .values([
      { id: 'a1', hub_id: 'oz', code: 'A1', about: '', retired_at: null },
      { id: 'b1', hub_id: 'borgata', code: 'B1', about: '', retired_at: null },
    ])
    .execute()
  const { lot } = await takenIn()
  const put = (bay: string, by: Neighbour = 'dario') => write(db, (trx) => putInBay(trx, actOf(by), lot.id, bay))
  expect(await put('a1')).toMatchObject({ lot: { bay_id: 'a1' } })
  expect(await put('b1')).toEqual({ refused: 'no-such-bay' })
  expect(await put('a1', 'pia')).toEqual({ refused: 'not-yours' })
  expect((await stockLot(lot.id)).bay_id).toBe('a1')
})

test('a move of the stock is for ever', async () => {
  await takenIn()
  await expect(db.updateTable('stock_moves').set({ grams: 1 }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('stock_moves').execute()).rejects.toThrow('append-only')
})

describe('a stock that is not what the ledger says is found out', () => {
  const found = async () => {
    const { chain } = await verifyChain(db)
    return differencesWithStock(db, chain.sums)
  }

  test('by a gram on a lot', async () => {
    await takenIn()
    expect(await found()).toEqual([])
    await db
      .updateTable('stock_lots')
      .set((eb) => ({ grams: eb('grams', '+', 1) }))
      .execute()
    expect(await found()).toEqual([
      'the stock of officine-zero holds 30001 g, the entries say 30000 g',
      'stock lot OZ-0001 is not the sum of its moves',
    ])
  })

  test('by a part that weighs more than was taken off', async () => {
    const { lot } = await takenIn()
    await split(lot.id, [{ quantity: 4, grams: null }])
    const move = { id: newId(), lot_id: lot.id, kind: 'split_out', quantity: -1, grams: -5, reason: '' } as const
    const [other] = await db.selectFrom('stock_lots').select('id').where('parent_id', '=', lot.id).execute()
    const who = { by_id: 'dario', at: now, handover_id: null, ledger_entry_id: null, idempotency_key: newId() }
    await db
      .insertInto('stock_moves')
      .values({ ...move, ...who, other_lot_id: other?.id ?? null })
      .execute()
    expect((await found()).join()).toContain('does not balance')
  })

  test('by an entry that no count stands behind', async () => {
    const { lot } = await takenIn()
    await count(lot.id, { quantity: 8, reason: 'missing' })
    expect((await verifyChain(db)).broken).toBeUndefined()
    await allowChanges(db, async () => void (await db.updateTable('stock_moves').set({ by_id: 'gina' }).execute()))
    expect((await verifyChain(db)).broken).toMatchObject({ seq: 2, problem: 'does not match a count of the stock' })
  })
})
