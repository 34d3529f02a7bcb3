import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { draftListing } from '#app/domain/listings/draft-listing.server.ts'
import { reasonsToLook } from '#app/domain/listings/listing-review.ts'
import { nextLotCode } from '#app/domain/listings/lot-code.server.ts'
import { lotCode, numberIn } from '#app/domain/listings/lot-code.ts'
import { materials } from '#app/domain/listings/materials.ts'
import type { PublishAsk } from '#app/domain/listings/publish-ask.ts'
import { publishListing } from '#app/domain/listings/publish-listing.server.ts'
import { approveListing, refuseListing } from '#app/domain/listings/review-listing.server.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)
afterEach(() => vi.unstubAllEnvs())

const delicate = materials.find(({ review }) => review !== undefined)?.key ?? ''
const forUse: PublishAsk = { organisation_id: null, given_as: 'use', declared: '1' }
const row = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const publish = (id: string, ask: Partial<PublishAsk> = {}, who: Neighbour = 'ada', at = now) =>
  write(db, (trx) => publishListing(trx, actOf(who, at), id, { ...forUse, ...ask }))
const noticesOf = (member: Neighbour) =>
  db.selectFrom('notices').select(['kind', 'subject_id']).where('member_id', '=', member).execute()

/** Everything a lot needs before others may see it, with a photo; override one fact. */
async function ready(facts: Partial<ListingRow> = {}) {
  const lot = await given.listing({ state: 'draft', hub_id: null, declared_at: null, ...facts })
  const photo = {
    id: `${lot.id}-cover`,
    listing_id: lot.id,
    position: 0,
    hash: 'a'.repeat(32),
    width: 1280,
    height: 960,
    thumbhash: '',
    alt: '',
  }
  await db
    .insertInto('photos')
    .values({ ...photo, added_by: lot.donor_id, added_at: now })
    .execute()
  return lot
}

/** A donor whose first lot is behind them. */
const known = (donor_id: Neighbour = 'ada') => given.listing({ donor_id })

describe('publishing', () => {
  test('a known donor goes live at once, with a code, the nearest hub and a declaration on record', async () => {
    await known()
    const lot = await ready()
    expect(isRefusal(await publish(lot.id))).toBe(false)
    const live = await row(lot.id)
    expect(live).toMatchObject({
      state: 'live',
      code: '2611-001',
      hub_id: 'oz',
      origin: 'household',
      declared_at: now,
      published_at: now,
    })
    expect(live.search_text).toContain('tavole')
    const events = await db
      .selectFrom('listing_events')
      .select(['kind', 'from_state', 'to_state', 'by_id'])
      .where('listing_id', '=', lot.id)
      .execute()
    expect(events).toEqual([{ kind: 'published', from_state: 'draft', to_state: 'live', by_id: 'ada' }])
  })

  test('a new donor is looked at first, and the coordinators of the hub are told', async () => {
    const lot = await ready()
    await publish(lot.id)
    expect(await row(lot.id)).toMatchObject({ state: 'in_review', code: null, published_at: null, hub_id: 'oz' })
    expect(await noticesOf('dario')).toEqual([{ kind: 'listing-in-review', subject_id: lot.id }])
    expect(await noticesOf('pia')).toEqual([])
  })

  test('a setting lets new donors through', async () => {
    vi.stubEnv('REVIEW_NEW_DONORS', 'off')
    const lot = await ready()
    await publish(lot.id)
    expect((await row(lot.id)).state).toBe('live')
  })

  test('a coordinator is nobody new', async () => {
    const lot = await ready({ donor_id: 'dario' })
    await publish(lot.id, {}, 'dario')
    expect((await row(lot.id)).state).toBe('live')
  })

  test.each([
    ['photo', async (id: string) => void (await db.deleteFrom('photos').where('listing_id', '=', id).execute())],
    [
      'title',
      async (id: string) => void (await db.updateTable('listings').set({ title: '' }).where('id', '=', id).execute()),
    ],
    [
      'material',
      async (id: string) =>
        void (await db.updateTable('listings').set({ material_key: null }).where('id', '=', id).execute()),
    ],
    [
      'place',
      async (id: string) =>
        void (await db.updateTable('listings').set({ place_id: null }).where('id', '=', id).execute()),
    ],
    [
      'quantity',
      async (id: string) => void (await db.updateTable('listings').set({ total: 1 }).where('id', '=', id).execute()),
    ],
  ])('without a %s is refused', async (_what, without) => {
    await known()
    const lot = await ready()
    await without(lot.id)
    expect(await publish(lot.id)).toEqual({ refused: 'incomplete' })
    expect((await row(lot.id)).state).toBe('draft')
  })

  test('what somebody already threw away is refused: what became waste stays waste', async () => {
    await known()
    const lot = await ready()
    expect(await publish(lot.id, { given_as: 'waste' })).toEqual({ refused: 'already-waste' })
  })

  test('before the e-mail is verified is refused', async () => {
    const lot = await ready({ donor_id: 'fabio' })
    expect(await publish(lot.id, {}, 'fabio')).toEqual({ refused: 'email-not-verified' })
  })

  test('asbestos is refused with the words that gave it away', async () => {
    await known()
    const lot = await ready({ title: 'Due lastre di eternit' })
    expect(await publish(lot.id)).toMatchObject({
      refused: 'refused-material',
      screening: { block: 'asbestos', words: 'eternit' },
    })
  })

  test('after its own last day is refused', async () => {
    await known()
    const lot = await ready({ must_go_by: later(now, { hours: -1 }), available_from: null })
    expect(await publish(lot.id)).toEqual({ refused: 'deadline-passed' })
  })

  test('somebody else’s draft, or in the name of somebody else’s firm, is refused', async () => {
    await known()
    const lot = await ready()
    expect(await publish(lot.id, {}, 'bruno')).toEqual({ refused: 'not-yours' })
    expect(await publish(lot.id, { organisation_id: 'edilferro', origin: 'by_product' })).toEqual({
      refused: 'not-your-organisation',
    })
  })

  test('for a firm keeps what the firm declares', async () => {
    await given.listing({ donor_id: 'ivo', organisation_id: 'edilferro' })
    const lot = await ready({ donor_id: 'ivo', place_id: 'workshop' })
    await publish(lot.id, { organisation_id: 'edilferro', origin: 'by_product' }, 'ivo')
    expect(await row(lot.id)).toMatchObject({ state: 'live', organisation_id: 'edilferro', origin: 'by_product' })
  })

  test('far from every hub has none', async () => {
    await known()
    await db
      .insertInto('places')
      .values({
        id: 'milan',
        owner_id: 'ada',
        area: 'Isola',
        municipality: 'Milano',
        municipality_istat: '015146',
        latitude_e6: 45_487_000,
        longitude_e6: 9_190_000,
        blur_radius_m: 600,
        saved_at: now,
      })
      .execute()
    const lot = await ready({ place_id: 'milan' })
    await publish(lot.id)
    expect((await row(lot.id)).hub_id).toBeNull()
  })

  test('twice is refused the second time', async () => {
    await known()
    const lot = await ready()
    const outcomes = await Promise.all([publish(lot.id), publish(lot.id)])
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1)
    expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'not-a-draft' }])
  })

  test('ten neighbours in the same second get ten codes', async () => {
    await known()
    const lots = await Promise.all(Array.from({ length: 10 }, () => ready()))
    const outcomes = await Promise.all(lots.map(({ id }) => publish(id)))
    expect(outcomes.filter(isRefusal)).toEqual([])
    const codes = (await Promise.all(lots.map(({ id }) => row(id)))).map(({ code }) => code)
    expect(new Set(codes).size).toBe(10)
    expect(codes.sort().at(-1)).toBe('2611-010')
  })

  test('an empty draft straight away is refused', async () => {
    const id = await write(db, (trx) => draftListing(trx, actOf('ada')))
    expect(await publish(id)).toEqual({ refused: 'incomplete' })
  })
})

describe('a review', () => {
  async function waiting() {
    const lot = await ready()
    await publish(lot.id)
    return lot.id
  }
  const approve = (id: string, who: Neighbour) => write(db, (trx) => approveListing(trx, actOf(who), id))
  const refuse = (id: string, who: Neighbour) =>
    write(db, (trx) => refuseListing(trx, actOf(who), id, 'Le foto mostrano cartongesso rotto.'))

  test('by the hub’s coordinator puts the lot on show and tells the donor', async () => {
    const id = await waiting()
    expect(isRefusal(await approve(id, 'dario'))).toBe(false)
    expect(await row(id)).toMatchObject({ state: 'live', code: '2611-001', published_at: now })
    expect(await noticesOf('ada')).toEqual([{ kind: 'listing-published', subject_id: id }])
  })

  test('may end in a no, with the reason in the record and in the notice', async () => {
    const id = await waiting()
    await refuse(id, 'dario')
    expect(await row(id)).toMatchObject({ state: 'closed', closed_reason: 'refused' })
    const { details } = await db
      .selectFrom('notices')
      .select('details')
      .where('member_id', '=', 'ada')
      .executeTakeFirstOrThrow()
    expect(details).toContain('cartongesso')
  })

  test.each(['pia', 'ada', 'bruno'] as const)('is not for %s', async (who) => {
    const id = await waiting()
    expect(await approve(id, who)).toEqual({ refused: 'not-yours' })
    expect(await refuse(id, who)).toEqual({ refused: 'not-yours' })
  })

  test('happens once', async () => {
    const id = await waiting()
    await approve(id, 'dario')
    expect(await approve(id, 'dario')).toEqual({ refused: 'not-in-review' })
    expect(await refuse(id, 'dario')).toEqual({ refused: 'not-in-review' })
  })

  test('after it a donor is no longer new', async () => {
    await approve(await waiting(), 'dario')
    const second = await ready()
    await publish(second.id)
    expect((await row(second.id)).state).toBe('live')
  })

  test('a delicate material is looked at whoever gives it, and cannot slip in later', () => {
    const facts = { published_before: 9, is_staff: true, review_new_donors: true }
    expect(reasonsToLook({ ...facts, material: { review: 'upholstered' } })).toEqual(['upholstered'])
    expect(reasonsToLook({ ...facts, material: {} })).toEqual([])
    expect(reasonsToLook({ ...facts, is_staff: false, published_before: 0, material: { review: 'lead' } })).toEqual([
      'lead',
      'new-donor',
    ])
  })

  test('a live lot does not become a sofa without one', async () => {
    const lot = await known()
    expect(await write(db, (trx) => reviseListing(trx, actOf('ada'), lot.id, { material_key: delicate }))).toEqual({
      refused: 'needs-review',
    })
  })
})

test('a code is the month and a count that may pass a thousand', () => {
  expect(lotCode('2611', 48)).toBe('2611-048')
  expect(lotCode('2611', 1000)).toBe('2611-1000')
  expect([numberIn('2611-048'), numberIn('2611-1000'), numberIn(''), numberIn('draft')]).toEqual([48, 1000, 0, 0])
})

test('the next code follows the highest count of the month, not the last in the alphabet', async () => {
  for (const code of ['2611-999', '2611-1000', '2610-7000']) await given.listing({ code })
  expect(await write(db, (trx) => nextLotCode(trx, now))).toBe('2611-1001')
  expect(await write(db, (trx) => nextLotCode(trx, later(now, { days: 60 })))).toBe('2701-001')
})
