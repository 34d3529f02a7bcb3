import { beforeEach, describe, expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { minutesToNextTry, mostTries } from '#app/domain/clocks/clock.ts'
import { hearAgain } from '#app/domain/clocks/hear-again.server.ts'
import { setClock } from '#app/domain/clocks/set-clock.server.ts'
import { later } from '#app/domain/instant.ts'
import { approveListing } from '#app/domain/listings/review-listing.server.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { pickupClocks } from '#app/domain/pickups/pickup-clocks.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { refused } from '#app/domain/refusal.ts'
import { undoable, write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { nextFiring, runErrands } from '#app/jobs/run-errands.server.ts'
import { windClocks } from '#app/jobs/wind-clocks.server.ts'
import { loader as health } from '#app/routes/health/route.ts'
import { actOf, context, db, freshWorld, given, now, requestTo } from '../support/world.ts'

// Clocks fail here on purpose, and say so.
log.level = 'silent'

beforeEach(freshWorld)

const minuteAgo = later(now, { minutes: -1 })
const set = (...clock: [kind: Parameters<typeof setClock>[2], subject: string, due_at: string]) =>
  write(db, (trx) => setClock(trx, { at: now }, ...clock))
const clocks = () => db.selectFrom('clocks').selectAll().orderBy('due_at').orderBy('kind').execute()
const onlyClock = () => db.selectFrom('clocks').selectAll().executeTakeFirstOrThrow()
const told = (kind: string) =>
  db.selectFrom('notices').select(['member_id', 'event_key']).where('kind', '=', kind).orderBy('id').execute()
const stateOf = async (id: string) =>
  (await db.selectFrom('claims').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

async function unansweredOffer(offer_expires_at = minuteAgo) {
  const lot = await given.listing()
  const claim = await given.claim({ listing_id: lot.id, state: 'offered', offer_expires_at })
  await set('lapse-offer', claim.id, offer_expires_at)
  return { lot, claim }
}

describe('a clock', () => {
  test('set twice rings once, and set again after it rang stays silent', async () => {
    const { claim } = await unansweredOffer()
    await set('lapse-offer', claim.id, minuteAgo)
    expect(await hearClocks(db, now)).toEqual(new Map([['lapse-offer', 1]]))
    await set('lapse-offer', claim.id, minuteAgo)
    expect(await hearClocks(db, now)).toEqual(new Map())
    expect(await clocks()).toMatchObject([{ done_at: now, tries: 0 }])
  })

  test('is heard after its instant, not at it', async () => {
    const { claim } = await unansweredOffer(now)
    await hearClocks(db, now)
    expect(await stateOf(claim.id)).toBe('offered')
    await hearClocks(db, later(now, { minutes: 1 }))
    expect(await stateOf(claim.id)).toBe('lapsed')
  })

  test('that is no longer true changes nothing and is done', async () => {
    const { claim } = await unansweredOffer(later(now, { hours: 1 }))
    await write(db, (trx) => acceptOffer(trx, actOf('bruno'), claim.id))
    await hearClocks(db, later(now, { hours: 2 }))
    expect(await stateOf(claim.id)).toBe('confirmed')
    expect(await told('claim-lapsed')).toEqual([])
    expect((await clocks())[0]).toMatchObject({ kind: 'lapse-offer', done_at: later(now, { hours: 2 }) })
  })

  test('of a kind this worker does not know waits for one that does', async () => {
    const facts = { subject_id: 'x', set_at: now, due_at: minuteAgo, done_at: null, given_up_at: null }
    const unknown = { id: 'x', kind: 'from-next-year', clock_key: 'x', tries: 0, last_problem: null, ...facts }
    await db.insertInto('clocks').values(unknown).execute()
    expect(await hearClocks(db, now)).toEqual(new Map())
    expect(await onlyClock()).toEqual(unknown)
  })

  test('whose command refuses half-way leaves nothing of it behind', async () => {
    const lot = await given.listing()
    await write(db, async (trx) => {
      await undoable(trx, async () => {
        await trx.updateTable('listings').set({ title: 'Half done' }).where('id', '=', lot.id).execute()
        return refused('no-longer-true')
      })
      await trx.updateTable('listings').set({ description: 'Kept' }).where('id', '=', lot.id).execute()
    })
    const kept = await db.selectFrom('listings').select(['title', 'description']).executeTakeFirst()
    expect(kept).toEqual({ title: lot.title, description: 'Kept' })
  })
})

describe('a clock that fails', () => {
  /** A lot whose books are wrong: giving its units back throws. */
  async function brokenOffer() {
    const { lot, claim } = await unansweredOffer()
    await db.updateTable('listings').set({ held: 0 }).where('id', '=', lot.id).execute()
    return { lot, claim }
  }

  test('changes nothing, is tried again three times later each time, and is given up aloud after eight', async () => {
    const { lot, claim } = await brokenOffer()
    let at = now
    for (let tries = 1; tries <= mostTries; tries += 1) {
      await hearClocks(db, at)
      const due_at = later(at, { minutes: minutesToNextTry(tries) })
      const given_up_at = tries === mostTries ? at : null
      expect(await onlyClock()).toMatchObject({ tries, due_at, given_up_at, done_at: null })
      await hearClocks(db, due_at)
      expect((await onlyClock()).tries).toBe(tries)
      at = later(due_at, { minutes: 1 })
    }
    expect((await onlyClock()).last_problem).toContain(claim.id)
    expect(await stateOf(claim.id)).toBe('offered')
    expect(await db.selectFrom('claim_events').selectAll().execute()).toEqual([])
    const watched = await health({ request: requestTo('/health'), params: {}, context })
    expect(await watched.json()).toMatchObject({ given_up: { 'lapse-offer': 1 } })

    await db.updateTable('listings').set({ held: claim.qty }).where('id', '=', lot.id).execute()
    const { id } = await onlyClock()
    expect(await write(db, (trx) => hearAgain(trx, actOf('dario'), id))).toEqual({ refused: 'not-yours' })
    await write(db, (trx) => hearAgain(trx, actOf('elena', at), id))
    await hearClocks(db, later(at, { minutes: 1 }))
    expect(await stateOf(claim.id)).toBe('lapsed')
  })

  test('does not hold up the others', async () => {
    const { claim } = await brokenOffer()
    const well = await unansweredOffer(later(now, { minutes: -0.5 }))
    await hearClocks(db, now)
    expect([await stateOf(claim.id), await stateOf(well.claim.id)]).toEqual(['offered', 'lapsed'])
  })
})

describe('a lot', () => {
  const kinds = async () => (await clocks()).map(({ kind, due_at }) => [kind, due_at])
  const around = (end: string) => [
    ['warn-listing', later(end, { hours: -72 })],
    ['rescue-listing', later(end, { hours: -24 })],
    ['warn-listing', later(end, { hours: -24 })],
    ['expire-listing', end],
  ]

  test('gets its clocks when it goes live, and others when its last day changes', async () => {
    const lot = await given.listing({ state: 'in_review', must_go_by: later(now, { days: 9 }) })
    await write(db, (trx) => approveListing(trx, actOf('dario'), lot.id))
    const must_go_by = later(now, { days: 12 })
    await write(db, (trx) => reviseListing(trx, actOf('ada'), lot.id, { must_go_by }))
    const expected = [...around(later(now, { days: 9 })), ...around(must_go_by)]
    expect(await kinds()).toEqual(expect.arrayContaining(expected))
  })

  test('that had more time given is neither warned of nor ended at the old hour', async () => {
    const lot = await given.listing({ must_go_by: later(now, { hours: 2 }) })
    await windClocks(db, now)
    await write(db, (trx) => reviseListing(trx, actOf('ada'), lot.id, { must_go_by: later(now, { days: 12 }) }))
    await hearClocks(db, later(now, { hours: 3 }))
    expect((await db.selectFrom('listings').select('state').executeTakeFirst())?.state).toBe('live')
    expect(await told('listing-expiring')).toEqual([])
  })
})

describe('a pickup', () => {
  async function agreed(starts_at: string) {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
    const proposed = await given.pickup([claim.id], { starts_at, ends_at: later(starts_at, { hours: 1 }) })
    await write(db, (trx) => confirmPickup(trx, actOf('ada'), proposed.id))
    return { claim, pickup: proposed }
  }
  const friday = '2026-11-27T09:00:00.000Z'
  const reminders = async () => (await told('pickup-reminder')).map(({ member_id }) => member_id).sort()

  test('is remembered to both sides the day before at five and two hours before, each once', async () => {
    await agreed(friday)
    await hearClocks(db, '2026-11-26T16:00:00.000Z')
    expect(await reminders()).toEqual([])
    await hearClocks(db, '2026-11-26T16:00:01.000Z')
    await hearClocks(db, '2026-11-26T20:00:00.000Z')
    expect(await reminders()).toEqual(['ada', 'bruno'])
    await hearClocks(db, '2026-11-27T07:00:01.000Z')
    expect(await reminders()).toEqual(['ada', 'ada', 'bruno', 'bruno'])
  })

  test('is remembered once by a worker that was away for both', async () => {
    await agreed(friday)
    await hearClocks(db, '2026-11-27T08:00:00.000Z')
    expect(await reminders()).toEqual(['ada', 'bruno'])
  })

  test('that was moved is remembered at its new time only', async () => {
    const { claim } = await agreed(friday)
    const ask = { starts_at: '2026-11-28T10:00', minutes: 60, note: '', override_reason: '' }
    await write(db, (trx) => proposePickup(trx, actOf('ada'), claim.id, ask))
    await hearClocks(db, '2026-11-27T08:30:00.000Z')
    expect(await reminders()).toEqual([])
  })

  test('on the day the clocks go forward is remembered by the wall the evening before, and by the hour that morning', () => {
    const sunday = { id: 'p', starts_at: '2027-03-28T06:00:00.000Z' }
    expect(pickupClocks(sunday, now).map(({ due_at }) => due_at)).toEqual([
      '2027-03-27T16:00:00.000Z',
      '2027-03-28T04:00:00.000Z',
    ])
    expect(pickupClocks(sunday, '2027-03-27T16:00:00.000Z')).toHaveLength(1)
  })
})

test('a database from before there were clocks is wound once', async () => {
  const lot = await given.listing({ must_go_by: later(now, { days: 5 }) })
  await given.claim({ listing_id: lot.id, state: 'offered' })
  const going = await given.claim({ listing_id: lot.id, state: 'scheduled', claimant_id: 'gina' })
  const threeDaysOn = { starts_at: later(now, { days: 3 }), ends_at: later(now, { days: 3, hours: 1 }) }
  await given.pickup([going.id], { state: 'confirmed', ...threeDaysOn })
  await given.listing({ state: 'draft' })
  await given.listing({ state: 'closed' })
  expect(await windClocks(db, now)).toBe('7 wound')
  expect(await windClocks(db, later(now, { hours: 1 }))).toBe('0 wound')
  expect((await clocks()).map(({ kind }) => kind).sort()).toEqual([
    'expire-listing',
    'lapse-offer',
    'remind-pickup',
    'remind-pickup',
    'rescue-listing',
    'warn-listing',
    'warn-listing',
  ])
})

describe('an errand', () => {
  test('fires once however many workers look, and is set again for its next hour', async () => {
    expect(await runErrands(db, now)).toBe('0 done')
    const night = later(now, { days: 1 })
    const turns = await Promise.all([1, 2, 3].map(() => runErrands(db, night)))
    expect(turns.reduce((sum, note) => sum + Number.parseInt(note, 10), 0)).toBe(3)
    expect((await clocks()).filter(({ done_at }) => done_at === null)).toMatchObject([
      { kind: 'sweep-photos', due_at: nextFiring('sweep-photos', night) },
      { kind: 'forget-clocks', due_at: nextFiring('forget-clocks', night) },
      { kind: 'forget-places', due_at: nextFiring('forget-places', night) },
    ])
  })

  test('whose worker died is run again after half an hour', async () => {
    await runErrands(db, now)
    const first = nextFiring('sweep-photos', now)
    const taken = { tries: 1, due_at: later(first, { minutes: 30 }) }
    await db.updateTable('clocks').set(taken).where('kind', '=', 'sweep-photos').execute()
    expect(await runErrands(db, later(first, { minutes: 29 }))).toBe('0 done')
    expect(await runErrands(db, later(first, { minutes: 31 }))).toBe('1 done')
  })

  test('keeps to the Roman wall clock when the hour changes', () => {
    expect(nextFiring('forget-clocks', '2027-03-27T12:00:00.000Z')).toBe('2027-03-28T01:41:00.000Z')
    expect(nextFiring('forget-clocks', '2027-03-26T12:00:00.000Z')).toBe('2027-03-27T02:41:00.000Z')
  })

  test('forgets what was heard long ago, and nothing that still matters', async () => {
    await unansweredOffer()
    await hearClocks(db, now)
    await set('lapse-offer', 'gone', later(now, { days: 200 }))
    await runErrands(db, later(now, { days: 89 }))
    expect(await clocks()).toEqual(expect.arrayContaining([expect.objectContaining({ done_at: now })]))
    await runErrands(db, later(now, { days: 92 }))
    const left = (await clocks()).filter(({ kind }) => kind === 'lapse-offer')
    expect(left).toMatchObject([{ subject_id: 'gone' }])
  })
})

test('health is 503 when a job has been silent for too long, and says which', async () => {
  const watch = async () => health({ request: requestTo('/health'), params: {}, context })
  expect((await watch()).status).toBe(200)
  await unansweredOffer(later(now, { minutes: -3 }))
  const up = process.uptime
  process.uptime = () => 3600
  const reply = await watch()
  process.uptime = up
  expect(reply.status).toBe(503)
  expect(await reply.json()).toMatchObject({
    jobs: { 'hear-clocks': { seconds_ago: null, is_late: true }, 'sweep-photos': { is_late: false } },
    overdue: { 'lapse-offer': { clocks: 1, seconds: 180 } },
  })
})
