import { beforeEach, describe, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { contestNoShow } from '#app/domain/pickups/contest-no-show.server.ts'
import { decideNoShow } from '#app/domain/pickups/decide-no-show.server.ts'
import { noShowsContested } from '#app/domain/pickups/no-shows.read.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { reportNoShow } from '#app/domain/pickups/report-no-show.server.ts'
import { settleNoShow } from '#app/domain/pickups/settle-no-show.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { clockHandlers } from '#app/jobs/clock-handlers.server.ts'
import { promised, record } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const start = later(now, { hours: -3 })
const end = later(now, { hours: -2 })

/** Eight of Ada's boards promised to Bruno, to be fetched two hours ago. */
async function missedPickup({ lots = 1, first_come = false } = {}) {
  const rule = first_come ? 'first_come' : 'donor_picks'
  const claims = []
  for (let lot = 0; lot < lots; lot += 1) {
    const { id } = await given.listing({ total: 8, allocation_rule: rule })
    claims.push(await given.claim({ listing_id: id, state: 'scheduled' }))
  }
  const times = { starts_at: start, ends_at: end, confirmed_by: 'ada', confirmed_at: later(now, { days: -1 }) }
  const pickup = await given.pickup(
    claims.map(({ id }) => id),
    { state: 'confirmed', ...times },
  )
  const [claim] = claims
  if (!claim) throw new Error('a pickup needs a claim')
  return { claim, claims, pickup }
}

type Absent = 'claimant' | 'donor'
const report = (claimId: string, who: Neighbour, absent: Absent = 'claimant', at = now) =>
  write(db, (trx) => reportNoShow(trx, actOf(who, at), claimId, { absent, note: 'Ho aspettato mezz’ora.' }))
const contest = (id: string, who: Neighbour, at = now) =>
  write(db, (trx) => contestNoShow(trx, actOf(who, at), id, 'Alle dieci ero al portone.'))
const decide = (id: string, who: Neighbour, decision: 'stands' | 'struck' = 'struck') =>
  write(db, (trx) => decideNoShow(trx, actOf(who), id, { decision, note: 'Lo scontrino dice le dieci.' }))
const row = () => db.selectFrom('no_shows').selectAll().executeTakeFirstOrThrow()
const claimRow = (id: string) => db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const told = (member: string) =>
  db.selectFrom('notices').select('kind').where('member_id', '=', member).orderBy('id').execute()

async function reported(absent: Absent = 'claimant', who: Neighbour = 'ada') {
  const missed = await missedPickup()
  const outcome = await report(missed.claim.id, who, absent)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return { ...missed, noShow: outcome.no_show }
}

describe('reporting that nobody came', () => {
  test('an absent claimant loses what was held, is told once, and has seven days', async () => {
    const { claim, pickup, noShow } = await reported()
    expect(await claimRow(claim.id)).toMatchObject({ state: 'no_show', is_open: 0, qty: 0 })
    expect(await db.selectFrom('pickups').select(['state', 'end_reason']).executeTakeFirst()).toEqual({
      state: 'failed',
      end_reason: 'no_show_claimant',
    })
    expect(noShow).toMatchObject({ pickup_id: pickup.id, absent_id: 'bruno', contest_by: later(now, { days: 7 }) })
    expect(await db.selectFrom('clocks').select(['kind', 'subject_id', 'due_at']).execute()).toContainEqual({
      kind: 'settle-no-show',
      subject_id: noShow.id,
      due_at: noShow.contest_by,
    })
    expect(await told('bruno')).toEqual([{ kind: 'claim-no-show' }])
    expect(await told('ada')).toEqual([])
    await expectInvariants()
  })

  test('the next in line is offered what is free again', async () => {
    const { claim } = await missedPickup({ first_come: true })
    const waiting = await given.claim({
      listing_id: claim.listing_id,
      claimant_id: 'chiara',
      state: 'waitlisted',
      position: 1,
    })
    await report(claim.id, 'ada')
    expect((await claimRow(waiting.id)).state).toBe('offered')
    await expectInvariants()
  })

  test('an absent donor keeps nobody from their goods: the claim stands and another time can be agreed', async () => {
    const { claim } = await reported('donor', 'bruno')
    const stands = await claimRow(claim.id)
    expect(stands).toMatchObject({ state: 'confirmed', qty: 8 })
    expect(stands.schedule_by).not.toBeNull()
    expect(await told('ada')).toEqual([{ kind: 'no-show-reported' }])
    const again = { starts_at: '2026-11-26T10:00', minutes: 60, note: '', override_reason: '' }
    expect(isRefusal(await write(db, (trx) => proposePickup(trx, actOf('bruno'), claim.id, again)))).toBe(false)
    await expectInvariants()
  })

  test('a pickup for three lots is one missed pickup, and each of its claims has its notice', async () => {
    const { claims, claim } = await missedPickup({ lots: 3 })
    await report(claim.id, 'ada')
    expect(await db.selectFrom('no_shows').select('claim_id').execute()).toEqual([{ claim_id: claim.id }])
    for (const { id } of claims) expect((await claimRow(id)).state).toBe('no_show')
    expect(await told('bruno')).toHaveLength(3)
    await expectInvariants()
  })

  test('when a coordinator reports it, both sides hear of it', async () => {
    const { claim } = await missedPickup()
    await report(claim.id, 'dario')
    expect([await told('bruno'), await told('ada')]).toEqual([
      [{ kind: 'claim-no-show' }],
      [{ kind: 'no-show-recorded' }],
    ])
  })

  test('while the time agreed is not over, nobody has missed anything', async () => {
    const { claim } = await missedPickup()
    const early = later(end, { minutes: -1 })
    expect(await report(claim.id, 'ada', 'claimant', early)).toEqual({ refused: 'too-soon' })
    expect(isRefusal(await report(claim.id, 'ada', 'claimant', end))).toBe(false)
  })

  test('sent twice, or by both sides at once, it is one report', async () => {
    const { claim } = await missedPickup()
    const outcomes = await Promise.all([
      report(claim.id, 'ada'),
      report(claim.id, 'ada'),
      report(claim.id, 'bruno', 'donor'),
    ])
    expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'already-reported' }, { refused: 'already-reported' }])
    expect(await db.selectFrom('no_shows').select('id').execute()).toHaveLength(1)
    await expectInvariants()
  })

  test.each([
    ['nobody reports their own side', 'ada', 'donor', 'not-yours'],
    ['nor does a claimant', 'bruno', 'claimant', 'not-yours'],
    ['nor does a stranger report anybody', 'gina', 'claimant', 'not-yours'],
    ['nor does a coordinator of another hub', 'pia', 'claimant', 'not-yours'],
  ] as const)('%s', async (_, who, absent, reason) => {
    const { claim } = await missedPickup()
    expect(await report(claim.id, who, absent)).toEqual({ refused: reason })
  })

  test('without an agreed pickup, or after a handover, there is nothing to report', async () => {
    const lot = await given.listing()
    const unscheduled = await given.claim({ listing_id: lot.id, state: 'confirmed' })
    expect(await report(unscheduled.id, 'ada')).toEqual({ refused: 'no-pickup' })

    const claim = await promised(await given.listing())
    await given.pickup([claim.id], { state: 'confirmed', starts_at: start, ends_at: end, confirmed_by: 'ada' })
    await record(claim)
    expect(await report(claim.id, 'ada')).toEqual({ refused: 'handed-over' })
  })
})

describe('contesting and deciding', () => {
  test('whoever was not there says so, and the coordinators who can judge are told', async () => {
    const { claim, noShow } = await reported()
    expect(isRefusal(await contest(noShow.id, 'bruno'))).toBe(false)
    expect(await row()).toMatchObject({ contested_at: now, contest_note: 'Alle dieci ero al portone.', decision: null })
    expect(await told('dario')).toEqual([{ kind: 'no-show-contested' }])
    expect(await told('ada')).toEqual([{ kind: 'no-show-contested' }])
    expect(await told('pia')).toEqual([])
    expect(await claimRow(claim.id)).toMatchObject({ state: 'no_show' })
  })

  test('once, in time, and only by whoever it is about', async () => {
    const { noShow } = await reported()
    expect(await contest(noShow.id, 'ada')).toEqual({ refused: 'not-yours' })
    expect(await contest(noShow.id, 'bruno', noShow.contest_by)).toEqual({ refused: 'too-late' })
    expect(isRefusal(await contest(noShow.id, 'bruno', later(noShow.contest_by, { minutes: -1 })))).toBe(false)
    expect(await contest(noShow.id, 'bruno')).toEqual({ refused: 'already-contested' })
    expect(await contest('none', 'bruno')).toEqual({ refused: 'no-such-no-show' })
  })

  test('a coordinator who was no part of it decides, once, and both sides read why', async () => {
    const { noShow } = await reported()
    expect(await decide(noShow.id, 'dario')).toEqual({ refused: 'not-contested' })
    await contest(noShow.id, 'bruno')
    for (const who of ['ada', 'bruno', 'pia', 'gina'] as const)
      expect(await decide(noShow.id, who)).toEqual({ refused: 'not-yours' })
    expect(isRefusal(await decide(noShow.id, 'dario'))).toBe(false)
    expect(await row()).toMatchObject({ decision: 'struck', decided_by: 'dario', decided_at: now })
    expect(await decide(noShow.id, 'dario', 'stands')).toEqual({ refused: 'already-decided' })
    expect((await told('bruno')).map(({ kind }) => kind)).toEqual(['claim-no-show', 'no-show-struck'])
    expect((await told('ada')).map(({ kind }) => kind)).toEqual(['no-show-contested', 'no-show-struck'])
  })

  test('the coordinator who reported it does not judge it: the admins are asked', async () => {
    const { noShow } = await reported('claimant', 'dario')
    await contest(noShow.id, 'bruno')
    expect(await decide(noShow.id, 'dario')).toEqual({ refused: 'not-yours' })
    expect(await told('elena')).toEqual([{ kind: 'no-show-contested' }])
    expect(isRefusal(await decide(noShow.id, 'elena', 'stands'))).toBe(false)
  })

  test('the board lists what is contested, and says who may decide', async () => {
    const { noShow } = await reported('claimant', 'dario')
    const seen = async (who: Neighbour) =>
      (await noShowsContested(db, actOf(who).by, 'all')).map(({ id, may_decide }) => ({ id, may_decide }))
    expect(await seen('elena')).toEqual([])
    await contest(noShow.id, 'bruno')
    expect(await seen('elena')).toEqual([{ id: noShow.id, may_decide: true }])
    expect(await seen('dario')).toEqual([{ id: noShow.id, may_decide: false }])
    await decide(noShow.id, 'elena')
    expect(await seen('elena')).toEqual([])
  })

  test('after seven days of silence it stands by itself, and a clock heard early or twice changes nothing', async () => {
    const { noShow } = await reported()
    const hear = (at: string) => write(db, (trx) => settleNoShow(trx, { ...actOf('elena', at), via: 'job' }, noShow.id))
    expect(await hear(later(noShow.contest_by, { minutes: -1 }))).toBeUndefined()
    expect(await hear(noShow.contest_by)).toMatchObject({ decision: 'stands', decided_by: null })
    expect(await hear(later(noShow.contest_by, { days: 1 }))).toBeUndefined()
    expect(clockHandlers['settle-no-show']).toBe(settleNoShow)
  })

  test('the clock leaves a contested one to the coordinators', async () => {
    const { noShow } = await reported()
    await contest(noShow.id, 'bruno')
    const late = { ...actOf('elena', later(noShow.contest_by, { days: 30 })), via: 'job' as const }
    expect(await write(db, (trx) => settleNoShow(trx, late, noShow.id))).toBeUndefined()
    expect((await row()).decision).toBeNull()
  })

  test('whoever leaves takes their words with them', async () => {
    const { noShow } = await reported()
    await contest(noShow.id, 'bruno')
    await write(db, (trx) => eraseAccount(trx, actOf('bruno')))
    await write(db, (trx) => eraseAccount(trx, actOf('ada')))
    expect(await row()).toMatchObject({ note: '', contest_note: '', absent: 'claimant' })
  })
})
