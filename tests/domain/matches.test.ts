import { beforeEach, describe, expect, test } from 'vitest'
import { inviteSeeker } from '#app/domain/discovery/invite-seeker.server.ts'
import { fits, isLargeEnough, proposedQuantity } from '#app/domain/discovery/match.ts'
import { matchListing } from '#app/domain/discovery/match-listing.server.ts'
import {
  matchFor,
  offersFor,
  openWithPoint,
  seekersNear,
  seekersOf,
} from '#app/domain/discovery/matches.read.server.ts'
import { later } from '#app/domain/instant.ts'
import { pauseListing, resumeListing } from '#app/domain/listings/pause-listing.server.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const match = (id: string) => write(db, (trx) => matchListing(trx, { ...actOf('elena'), via: 'job' }, id))
const invite = (lot: string, wanted: string, who: Neighbour = 'ada') =>
  write(db, (trx) => inviteSeeker(trx, actOf(who), lot, wanted))
const told = (member: Neighbour) =>
  db.selectFrom('notices').select(['kind', 'details']).where('member_id', '=', member).orderBy('id').execute()
const kindsTold = async (member: Neighbour) => (await told(member)).map(({ kind }) => kind)
const found = () => db.selectFrom('matches').select(['wanted_id', 'listing_id', 'quantity', 'invited_at']).execute()

const piece = (
  piece_length_mm: number | null,
  piece_width_mm: number | null,
  piece_thickness_mm: number | null = null,
) => ({
  piece_length_mm,
  piece_width_mm,
  piece_thickness_mm,
})

describe('a piece is large enough', () => {
  test.each([
    ['when each side is at least as long', piece(1400, 190, 27), piece(1200, 190, 18), true],
    ['turned round, when its sides were given the other way', piece(190, 1400, 27), piece(1200, 150, 18), true],
    ['but not standing on its edge', piece(1400, 20, 200), piece(1200, 100, 18), false],
    ['when nothing is asked of its size', piece(null, null), piece(null, null), true],
    ['only if the side that is asked for is known', piece(1400, null), piece(1200, 100), false],
    ['when the only side asked for is its width', piece(300, 1400), piece(1200, null), true],
    ['not when one millimetre is missing', piece(1199, 190), piece(1200, 190), false],
  ])('%s', (_, offered, least, answer) => expect(isLargeEnough(offered, least)).toBe(answer))
})

test('what is proposed is what is wanted, or what there is left', () => {
  const lot = { total: 40, held: 10, collected: 5, written_off: 0 }
  expect(proposedQuantity(lot, { total: 8 })).toBe(8)
  expect(proposedQuantity(lot, { total: 90 })).toBe(25)
})

describe('a lot and a wanted post', () => {
  type Facts = { offer?: Partial<ListingRow>; wanted?: Partial<ListingRow> }
  const boards = { offer: { material_key: 'wood.solid.boards' }, wanted: { material_key: 'wood.solid.boards' } }
  const soon = later(now, { days: 5 })
  const cases: [string, Facts, boolean][] = [
    ['fit when all is as asked', {}, true],
    ['fit when a branch is wanted and a leaf offered', { wanted: { material_key: 'wood' } }, true],
    ['do not when a leaf is wanted and only its branch is known', { offer: { material_key: 'wood.solid' } }, false],
    ['do not when the names merely begin alike', { wanted: { material_key: 'wood.solid.board' } }, false],
    ['do not in another unit', { offer: { unit: 'mm' } }, false],
    ['do not when nothing is free', { offer: { held: 40 } }, false],
    ['do not when the donor gives no fewer than twelve', { offer: { min_claim: 12 } }, false],
    ['do not when too thin', { offer: { piece_thickness_mm: 19 } }, false],
    ['do not when too worn', { wanted: { condition: 'new' } }, false],
    ['fit when better than asked', { offer: { condition: 'new' }, wanted: { condition: 'worn' } }, true],
    [
      'fit when the donor said nothing of the condition',
      { offer: { condition: null }, wanted: { condition: 'new' } },
      true,
    ],
    [
      'do not when it comes too late',
      { offer: { available_from: later(now, { days: 9 }) }, wanted: { must_go_by: soon } },
      false,
    ],
    [
      'do not when its day has passed',
      { offer: { available_from: null, must_go_by: later(now, { hours: -1 }) } },
      false,
    ],
    ['do not when too far', { wanted: { radius_m: 5000 } }, false],
    ['do not when both are of one person', { wanted: { donor_id: 'ada' } }, false],
    [
      'do not within one organisation',
      { offer: { organisation_id: 'bottega' }, wanted: { organisation_id: 'bottega' } },
      false,
    ],
  ]
  test.each(cases)('%s: from either side, in the function and in the database', async (_, facts, answer) => {
    const lot = await given.listing({ ...boards.offer, ...facts.offer })
    const wanted = await given.wanted({ ...boards.wanted, ...facts.wanted })
    const [offer, sought] = [await openWithPoint(db, lot.id), await openWithPoint(db, wanted.id)]
    if (!offer || !sought) throw new Error('both are live')
    expect(fits(offer, sought, now)).toBe(answer)
    expect(await seekersOf(db, offer, now)).toHaveLength(answer ? 1 : 0)
    expect(await offersFor(db, sought, now)).toHaveLength(answer ? 1 : 0)
  })
})

test('the sieve in the database lets through all that fits, whatever the sizes and units', async () => {
  const sizes = [null, 400, 1000, 1500]
  const keys = ['wood.solid', 'wood.solid.boards', 'wood.panel.mdf', 'metal.brass']
  const at = (list: readonly (number | null)[], n: number) => list[n % list.length] ?? null
  for (let n = 0; n < 64; n += 1) {
    const half = n >> 1
    const facts: Partial<ListingRow> = {
      material_key: keys[half % 3 === 0 ? 1 : (half >> 2) % 4] ?? 'wood',
      unit: n % 9 === 0 ? 'g' : 'piece',
      ...piece(at(sizes, half * 7 + (n % 2)), at(sizes, half * 5 + 1), half % 3 === 0 ? null : 20),
      condition: (['new', 'good', 'worn', 'to_repair', null] as const)[(half + n) % 5] ?? null,
    }
    const places = ['cellar', 'workshop', 'oz-yard', 'borgata-yard']
    const place_id = places[half % 4] ?? 'cellar'
    if (n % 2) await given.listing({ ...facts, place_id, donor_id: half % 6 === 1 ? 'bruno' : 'ada' })
    else await given.wanted({ ...facts, place_id, radius_m: 1000 * (2 + (half % 8)) })
  }
  const rows = await db.selectFrom('listings').select(['id', 'kind']).execute()
  const open = (await Promise.all(rows.map(({ id }) => openWithPoint(db, id)))).filter((row) => row !== undefined)
  const offers = open.filter(({ kind }) => kind === 'offer')
  const sought = open.filter(({ kind }) => kind === 'wanted')
  let pairs = 0
  for (const offer of offers) {
    const expected = sought.filter((one) => fits(offer, one, now)).map(({ id }) => id)
    pairs += expected.length
    expect((await seekersOf(db, offer, now)).map(({ id }) => id).sort()).toEqual(expected.sort())
  }
  for (const one of sought) {
    const expected = offers.filter((offer) => fits(offer, one, now)).map(({ id }) => id)
    expect((await offersFor(db, one, now)).map(({ id }) => id).sort()).toEqual(expected.sort())
  }
  expect(pairs).toBeGreaterThan(15)
})

describe('matching what has just opened', () => {
  test('a lot tells who looks for it and, once, its donor', async () => {
    const wanted = await given.wanted()
    const lot = await given.listing()
    expect(await match(lot.id)).toBe(1)
    expect(await found()).toEqual([{ wanted_id: wanted.id, listing_id: lot.id, quantity: 8, invited_at: null }])
    const [notice] = await told('bruno')
    expect(notice?.kind).toBe('match-found')
    expect(JSON.parse(notice?.details ?? '')).toMatchObject({
      who: 'Ada F.',
      quantity: 40,
      unit: 'piece',
      length_mm: 1200,
    })
    expect(await kindsTold('ada')).toEqual(['match-seekers'])
  })

  test('heard twice, it finds and tells nothing more', async () => {
    await given.wanted()
    const lot = await given.listing()
    await match(lot.id)
    expect(await match(lot.id)).toBe(0)
    expect(await kindsTold('bruno')).toEqual(['match-found'])
    expect(await kindsTold('ada')).toEqual(['match-seekers'])
  })

  test('somebody with two wanted posts for one lot hears of it once', async () => {
    await given.wanted()
    await given.wanted({ material_key: 'wood' })
    expect(await match((await given.listing()).id)).toBe(2)
    expect(await kindsTold('bruno')).toEqual(['match-found'])
  })

  test('a wanted post is told how many lots there are already, in one notice', async () => {
    await given.listing()
    await given.listing()
    const wanted = await given.wanted()
    expect(await match(wanted.id)).toBe(2)
    expect(await told('bruno')).toMatchObject([
      { kind: 'wanted-answered', details: '{"title":"Legno massello","count":2}' },
    ])
    expect(await kindsTold('ada')).toEqual(['match-seekers', 'match-seekers'])
  })

  test('what has closed or paused meanwhile is not matched', async () => {
    await given.wanted()
    expect(await match((await given.listing({ state: 'paused' })).id)).toBe(0)
    expect(await match((await given.listing({ state: 'closed' })).id)).toBe(0)
    expect(await match('nothing')).toBe(0)
  })

  test('whoever asked already is not told', async () => {
    await given.wanted()
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, claimant_id: 'bruno' })
    expect(await match(lot.id)).toBe(0)
  })

  test('the clock is set when a lot opens again', async () => {
    const lot = await given.listing()
    await write(db, (trx) => pauseListing(trx, actOf('ada'), lot.id))
    await write(db, (trx) => resumeListing(trx, actOf('ada', later(now, { minutes: 5 })), lot.id))
    const clock = db
      .selectFrom('clocks')
      .select('due_at')
      .where('kind', '=', 'match-listing')
      .where('subject_id', '=', lot.id)
    expect(await clock.execute()).toEqual([{ due_at: later(now, { minutes: 5 }) }])
  })

  test('and when its facts change while it is open', async () => {
    const lot = await given.listing()
    const at = later(now, { minutes: 7 })
    await write(db, (trx) => reviseListing(trx, actOf('ada', at), lot.id, { piece_length_mm: 2000 }))
    const clock = db.selectFrom('clocks').select('due_at').where('kind', '=', 'match-listing')
    expect(await clock.execute()).toEqual([{ due_at: at }])
  })
})

describe('proposing a lot to somebody who looks', () => {
  test('they are told once, and nothing is held', async () => {
    const [lot, wanted] = [await given.listing(), await given.wanted()]
    expect(isRefusal(await invite(lot.id, wanted.id))).toBe(false)
    expect(await invite(lot.id, wanted.id)).toEqual({ refused: 'already-invited' })
    expect(await kindsTold('bruno')).toEqual(['match-invited'])
    expect(await found()).toMatchObject([{ quantity: 8, invited_at: now }])
    expect(await db.selectFrom('listings').select('held').where('id', '=', lot.id).executeTakeFirst()).toEqual({
      held: 0,
    })
  })

  test('only by its donor, only while both are open, only where it fits', async () => {
    const [lot, wanted] = [await given.listing(), await given.wanted()]
    const narrow = await given.wanted({ piece_length_mm: 3000 })
    const over = await given.wanted({ state: 'closed' })
    expect(await invite(lot.id, wanted.id, 'chiara')).toEqual({ refused: 'not-yours' })
    expect(await invite(lot.id, narrow.id)).toEqual({ refused: 'no-match' })
    expect(await invite(lot.id, over.id)).toEqual({ refused: 'no-match' })
    expect(await invite(lot.id, lot.id)).toEqual({ refused: 'no-match' })
    expect(await invite((await given.listing({ state: 'paused' })).id, wanted.id)).toEqual({ refused: 'not-live' })
  })

  test('a match opens for its two sides, with the quantity to ask for, and for nobody else', async () => {
    const [lot, wanted] = [await given.listing({ held: 35 }), await given.wanted()]
    await match(lot.id)
    const { id } = await db.selectFrom('matches').select('id').executeTakeFirstOrThrow()
    const seen = (who: Neighbour) => matchFor(db, actOf(who).by, id)
    expect(await seen('bruno')).toEqual({ listing_id: lot.id, ask: { quantity: 5, unit: 'piece' } })
    expect(await seen('ada')).toEqual({ listing_id: lot.id, ask: undefined })
    expect(await seen('chiara')).toBeUndefined()
    expect(wanted.donor_id).toBe('bruno')
  })
})

test('a donor who is still writing learns how many people look for it, from the place of the lot or of their last one', async () => {
  await given.wanted()
  await given.wanted({ material_key: 'wood' })
  await given.wanted({ donor_id: 'chiara' })
  await given.wanted({ donor_id: 'gina', radius_m: 3000 })
  const draft = await given.listing({ state: 'draft' })
  expect(await seekersNear(db, draft, now)).toBe(2)
  expect(await seekersNear(db, { ...draft, place_id: null }, now)).toBe(2)
  expect(await seekersNear(db, { ...draft, place_id: null, donor_id: 'pia' }, now)).toBe(0)
  expect(await seekersNear(db, { ...draft, material_key: null }, now)).toBe(0)
})
