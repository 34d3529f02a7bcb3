import { beforeEach, describe, expect, test } from 'vitest'
import type { Act } from '#app/domain/act.ts'
import { later } from '#app/domain/instant.ts'
import { closeListing } from '#app/domain/listings/close-listing.server.ts'
import { expireListing } from '#app/domain/listings/expire-listing.server.ts'
import { pauseListing, resumeListing } from '#app/domain/listings/pause-listing.server.ts'
import { renewListing } from '#app/domain/listings/renew-listing.server.ts'
import { warnOfExpiry } from '#app/domain/listings/warn-of-expiry.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const row = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const clock = (at = now): Act => ({ by: { id: 'clock', is_admin: true, coordinates: [] }, at, via: 'job' })
const withdraw = (id: string, who: Neighbour = 'ada') =>
  write(db, (trx) => closeListing(trx, actOf(who), id, 'withdrawn'))
const kindsOf = async (id: string) =>
  (await db.selectFrom('listing_events').select('kind').where('listing_id', '=', id).orderBy('id').execute()).map(
    ({ kind }) => kind,
  )
const yesterday = later(now, { days: -1 })

describe('withdrawing', () => {
  test('ends the lot with its reason, once', async () => {
    const lot = await given.listing()
    expect(isRefusal(await withdraw(lot.id))).toBe(false)
    expect(await row(lot.id)).toMatchObject({ state: 'closed', closed_reason: 'withdrawn', closed_at: now })
    expect(await withdraw(lot.id)).toEqual({ refused: 'listing-closed' })
  })

  test('is for the donor; removing is for the hub’s coordinator', async () => {
    const lot = await given.listing()
    expect(await withdraw(lot.id, 'bruno')).toEqual({ refused: 'not-yours' })
    const remove = (who: Neighbour) => write(db, (trx) => closeListing(trx, actOf(who), lot.id, 'removed'))
    expect(await remove('pia')).toEqual({ refused: 'not-yours' })
    await remove('dario')
    expect((await row(lot.id)).closed_reason).toBe('removed')
  })

  test('is for a colleague too, when the lot is their firm’s', async () => {
    const lot = await given.listing({ donor_id: 'bruno', organisation_id: 'edilferro' })
    expect(isRefusal(await withdraw(lot.id, 'ivo'))).toBe(false)
  })
})

describe('a pause', () => {
  test('keeps what is promised, and ends where it began', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 8 })
    await write(db, (trx) => pauseListing(trx, actOf('ada'), lot.id))
    expect(await row(lot.id)).toMatchObject({ state: 'paused', held: 8 })
    expect(await write(db, (trx) => pauseListing(trx, actOf('ada'), lot.id))).toEqual({ refused: 'not-live' })
    await write(db, (trx) => resumeListing(trx, actOf('ada'), lot.id))
    expect((await row(lot.id)).state).toBe('live')
    expect(await write(db, (trx) => resumeListing(trx, actOf('bruno'), lot.id))).toEqual({ refused: 'not-yours' })
    expect(await kindsOf(lot.id)).toEqual(['paused', 'resumed'])
  })
})

describe('a lot whose day has passed', () => {
  const expire = (id: string) => write(db, (trx) => expireListing(trx, clock(), id))

  test('closes by the clock, and the donor is told where to take it', async () => {
    const lot = await given.listing({ must_go_by: yesterday })
    await expire(lot.id)
    expect(await row(lot.id)).toMatchObject({ state: 'closed', closed_reason: 'expired' })
    expect(await db.selectFrom('notices').select(['member_id', 'kind']).execute()).toEqual([
      { member_id: 'ada', kind: 'listing-closed' },
    ])
    expect(await db.selectFrom('listing_events').select(['by_id', 'via']).execute()).toEqual([
      { by_id: null, via: 'job' },
    ])
  })

  test('waits for a pickup that is agreed', async () => {
    const lot = await given.listing({ must_go_by: yesterday })
    const claim = await given.claim({ listing_id: lot.id, state: 'scheduled' })
    await given.pickup([claim.id], { state: 'confirmed' })
    expect(await expire(lot.id)).toEqual({ refused: 'not-expired' })
  })

  test('does not wait for one that is only proposed', async () => {
    const lot = await given.listing({ must_go_by: yesterday })
    const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
    await given.pickup([claim.id], { state: 'proposed' })
    expect(isRefusal(await expire(lot.id))).toBe(false)
  })

  test('stays open when its donor gave it more time meanwhile', async () => {
    const lot = await given.listing({ must_go_by: yesterday })
    await write(db, (trx) => renewListing(trx, actOf('ada'), lot.id, '2026-12-20'))
    expect(await expire(lot.id)).toEqual({ refused: 'not-expired' })
  })

  test('never closes a draft, nor what has no last day', async () => {
    const draft = await given.listing({ state: 'draft', must_go_by: yesterday })
    const lasting = await given.listing({ must_go_by: null })
    for (const { id } of [draft, lasting]) expect(await expire(id)).toEqual({ refused: 'not-expired' })
  })
})

describe('renewing', () => {
  const renew = (id: string, day: string | null, who: Neighbour = 'ada') =>
    write(db, (trx) => renewListing(trx, actOf(who), id, day))

  test('opens again what ran out, as an appended event', async () => {
    const lot = await given.listing({ state: 'closed', closed_reason: 'expired', must_go_by: yesterday })
    await renew(lot.id, '2026-12-20')
    expect(await row(lot.id)).toMatchObject({
      state: 'live',
      closed_reason: null,
      closed_at: null,
      must_go_by: '2026-12-20T22:59:00.000Z',
    })
    expect(await kindsOf(lot.id)).toEqual(['renewed'])
  })

  test('gives a live lot more time, and leaves a paused one paused', async () => {
    const lot = await given.listing({ state: 'paused' })
    await renew(lot.id, null)
    expect(await row(lot.id)).toMatchObject({ state: 'paused', must_go_by: null })
  })

  test('to an earlier day waits until the pickup agreed after it is moved', async () => {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'scheduled' })
    await given.pickup([claim.id], {
      state: 'confirmed',
      starts_at: later(now, { days: 5 }),
      ends_at: later(now, { days: 6 }),
    })
    expect(await renew(lot.id, '2026-11-26')).toEqual({ refused: 'pickup-outside' })
    expect(isRefusal(await renew(lot.id, '2026-12-01'))).toBe(false)
  })

  test('to today is too late in the last minute of the day', async () => {
    const lot = await given.listing()
    const at = '2026-11-24T22:59:01.000Z'
    const outcome = await write(db, (trx) => renewListing(trx, { ...actOf('ada'), at }, lot.id, '2026-11-24'))
    expect(outcome).toEqual({ refused: 'deadline-passed' })
  })

  test.each(['refused', 'removed', 'done'] as const)('does not undo an end that is %s', async (closed_reason) => {
    const lot = await given.listing({ state: 'closed', closed_reason })
    expect(await renew(lot.id, '2026-12-20')).toEqual({ refused: 'not-renewable' })
  })

  test('needs a day that is not past, something left, and a donor', async () => {
    const lot = await given.listing({ state: 'closed', closed_reason: 'expired', collected: 40 })
    expect(await renew(lot.id, '2026-11-01')).toEqual({ refused: 'deadline-passed' })
    expect(await renew(lot.id, '2026-12-20')).toEqual({ refused: 'nothing-left' })
    expect(await renew(lot.id, '2026-12-20', 'bruno')).toEqual({ refused: 'not-yours' })
  })
})

describe('a warning', () => {
  test('goes to the donor three days ahead, and to the hub too in the last day; each once', async () => {
    const lot = await given.listing({ must_go_by: later(now, { hours: 60 }) })
    const warn = (at: string) => write(db, (trx) => warnOfExpiry(trx, clock(at), lot.id))
    expect(await warn(later(now, { hours: -13 }))).toEqual({ refused: 'not-expiring' })
    await warn(now)
    await warn(later(now, { hours: 1 }))
    const told = async () =>
      (await db.selectFrom('notices').select('member_id').where('subject_id', '=', lot.id).orderBy('id').execute()).map(
        ({ member_id }) => member_id,
      )
    expect(await told()).toEqual(['ada'])
    await warn(later(now, { hours: 40 }))
    await warn(later(now, { hours: 41 }))
    expect((await told()).sort()).toEqual(['ada', 'ada', 'dario'])
  })
})
