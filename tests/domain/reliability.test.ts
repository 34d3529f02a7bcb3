import { CompiledQuery, createQueryId, type RootOperationNode, sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { claimantsReliability, donorsReliability } from '#app/domain/claims/reliability.read.server.ts'
import { reliabilityOf, reliabilityRank } from '#app/domain/claims/reliability.ts'
import { later } from '#app/domain/instant.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { cancelPickup } from '#app/domain/pickups/cancel-pickup.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { contestNoShow } from '#app/domain/pickups/contest-no-show.server.ts'
import { decideNoShow } from '#app/domain/pickups/decide-no-show.server.ts'
import { reportNoShow } from '#app/domain/pickups/report-no-show.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db, Trx } from '#db/database.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const track = { kept: 0, late: 0, missed: 0, last_missed_at: null }
const start = later(now, { days: 3 })

/** What follows must not be refused. */
async function done<Outcome>(command: (trx: Trx) => Promise<Outcome>) {
  const outcome = await write(db, command)
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome as Exclude<Outcome, { refused: string }>
}

/** Bruno's eight boards, with a pickup agreed for three days from now. */
async function agreed() {
  const lot = await given.listing({ must_go_by: later(now, { days: 30 }) })
  const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
  const pickup = await given.pickup([claim.id], { starts_at: start, ends_at: later(start, { hours: 1 }) })
  await done((trx) => confirmPickup(trx, actOf('ada'), pickup.id))
  return { lot, claim, pickup }
}

const callOff = (claimId: string, who: Neighbour, at: string) =>
  done((trx) => cancelClaim(trx, actOf(who, at), claimId, 'other'))
const miss = (claimId: string, absent: 'claimant' | 'donor', at = later(start, { hours: 2 })) =>
  done((trx) => reportNoShow(trx, actOf(absent === 'claimant' ? 'ada' : 'bruno', at), claimId, { absent, note: '' }))
const bruno = async (at = later(start, { days: 1 })) => (await claimantsReliability(db, ['bruno'], at)).get('bruno')
const ada = async (at = later(start, { days: 1 })) => (await donorsReliability(db, ['ada'], at)).get('ada')

describe('a record in words', () => {
  test.each([
    [0, 0, 0, 'new', 0],
    [1, 0, 0, 'always', 0],
    [12, 1, 0, 'nearly-always', 0],
    [5, 0, 1, 'nearly-always', 0],
    [4, 1, 0, 'mostly', 1],
    [1, 0, 1, 'mostly', 1],
    [1, 1, 1, 'seldom', 2],
    [0, 0, 1, 'seldom', 2],
  ] as const)('%i kept, %i called off late, %i missed: %s', (kept, late, missed, word, rank) => {
    const reliability = reliabilityOf({ ...track, kept, late, missed })
    expect(reliability).toMatchObject({ word, times: kept + late + missed })
    expect(reliabilityRank(reliability)).toBe(rank)
  })
})

describe('what counts of a claimant', () => {
  test('whoever has no past is new, and a missing name is no error', async () => {
    expect(await bruno()).toEqual({ ...track, word: 'new', times: 0 })
    expect((await claimantsReliability(db, [], now)).size).toBe(0)
  })

  test('what was fetched in the last 180 days, and not the day before', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'collected', ended_at: later(now, { days: -180 }) })
    await given.claim({ listing_id: lot.id, state: 'collected', ended_at: later(now, { days: -180, minutes: -1 }) })
    expect(await bruno(now)).toMatchObject({ kept: 1, times: 1, word: 'always' })
  })

  test('calling off counts only with less than a day to go', async () => {
    const early = await agreed()
    await callOff(early.claim.id, 'bruno', later(start, { days: -1 }))
    expect(await bruno()).toMatchObject({ late: 0, word: 'new' })
    const late = await agreed()
    await callOff(late.claim.id, 'bruno', later(start, { days: -1, minutes: 1 }))
    expect(await bruno()).toMatchObject({ late: 1, word: 'seldom' })
  })

  test('calling the pickup off first, and the claim after, is calling off late all the same', async () => {
    const { claim, pickup } = await agreed()
    const at = later(start, { hours: -2 })
    await done((trx) => cancelPickup(trx, actOf('bruno', at), pickup.id, 'other'))
    expect(await bruno(at)).toMatchObject({ late: 0 })
    await callOff(claim.id, 'bruno', later(at, { minutes: 1 }))
    expect(await bruno()).toMatchObject({ late: 1 })
  })

  test('when it was the donor who called the pickup off, leaving is nobody’s fault but theirs', async () => {
    const { claim, pickup } = await agreed()
    const at = later(start, { hours: -2 })
    await done((trx) => cancelPickup(trx, actOf('ada', at), pickup.id, 'other'))
    await callOff(claim.id, 'bruno', later(at, { minutes: 1 }))
    expect(await bruno()).toMatchObject({ late: 0 })
  })

  test('a place that somebody else took is forgiven', async () => {
    const { claim } = await agreed()
    await callOff(claim.id, 'bruno', later(start, { hours: -2 }))
    await db.updateTable('claims').set({ is_replaced: 1 }).where('id', '=', claim.id).execute()
    expect(await bruno()).toMatchObject({ late: 0 })
  })

  test('a missed pickup counts at once, not while contested, and again if it stands', async () => {
    const { claim } = await agreed()
    const { no_show } = await miss(claim.id, 'claimant')
    expect(await bruno()).toMatchObject({ missed: 1, last_missed_at: no_show.reported_at, word: 'seldom' })
    const soon = later(no_show.reported_at, { hours: 1 })
    await done((trx) => contestNoShow(trx, actOf('bruno', soon), no_show.id, 'Ero lì.'))
    expect(await bruno()).toMatchObject({ missed: 0, last_missed_at: null })
    await done((trx) => decideNoShow(trx, actOf('dario', soon), no_show.id, { decision: 'stands', note: 'No.' }))
    expect(await bruno()).toMatchObject({ missed: 1 })
    expect(await bruno(later(no_show.reported_at, { days: 180, minutes: 1 }))).toMatchObject({ missed: 0 })
  })

  test('a struck one is gone for good', async () => {
    const { claim } = await agreed()
    const { no_show } = await miss(claim.id, 'claimant')
    const soon = later(no_show.reported_at, { hours: 1 })
    await done((trx) => contestNoShow(trx, actOf('bruno', soon), no_show.id, 'Ero lì.'))
    await done((trx) => decideNoShow(trx, actOf('dario', soon), no_show.id, { decision: 'struck', note: 'Sì.' }))
    expect(await bruno()).toMatchObject({ missed: 0, word: 'new' })
  })

  test('finding nobody there and giving up then is no fault of theirs', async () => {
    const { claim } = await agreed()
    await miss(claim.id, 'donor')
    await callOff(claim.id, 'bruno', later(start, { hours: 3 }))
    expect(await bruno()).toMatchObject({ late: 0, missed: 0 })
    expect(await ada()).toMatchObject({ missed: 1 })
  })
})

describe('what counts of a donor', () => {
  test('handovers done, a yes taken back, and who came in vain', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'collected', ended_at: now })
    const { claim } = await agreed()
    await callOff(claim.id, 'ada', now)
    expect(await ada()).toMatchObject({ kept: 1, late: 1, missed: 0, word: 'mostly' })
    expect(await bruno()).toMatchObject({ kept: 1, late: 0 })
  })

  test('what a coordinator called off is not the donor’s', async () => {
    const { claim } = await agreed()
    await callOff(claim.id, 'dario', now)
    expect(await ada()).toMatchObject({ late: 0, word: 'new' })
  })
})

describe('asking about many at once', () => {
  const ids = Array.from({ length: 200 }, (_, at) => `member-${at}`)

  test.each([
    ['claimants', claimantsReliability],
    ['donors', donorsReliability],
  ] as const)('of 200 %s is one question, and every table is read by an index', async (_, ask) => {
    const asked: RootOperationNode[] = []
    let answers = 0
    const watched = db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node)
        return node
      },
      transformResult: async ({ result }) => {
        answers += 1
        return result
      },
    })
    expect((await ask(watched, ids, now)).size).toBe(200)
    expect(answers).toBe(1)
    // The parts of a union are put together before the whole.
    const whole = asked.at(-1)
    expect(whole && (await scans(whole))).toEqual([])
  })
})

/** The steps of the plan that read a whole table, with PostgreSQL told not to prefer that for being small. */
async function scans(node: RootOperationNode) {
  const compiled = db.getExecutor().compileQuery(node, createQueryId())
  const isPostgres = process.env['DATABASE_URL']?.startsWith('postgres') === true
  return db.transaction().execute(async (trx: Db) => {
    if (isPostgres) await sql`set local enable_seqscan = off`.execute(trx)
    const asked = `${isPostgres ? 'explain' : 'explain query plan'} ${compiled.sql}`
    const plan = await trx.executeQuery<Record<string, string>>(CompiledQuery.raw(asked, [...compiled.parameters]))
    const lines = plan.rows.map((line) => String(line['detail'] ?? line['QUERY PLAN']))
    expect(lines.length).toBeGreaterThan(3)
    return lines.filter((line) => /Seq Scan|SCAN (claims|listings|no_shows|left|agreed|claim_events)/.test(line))
  })
}
