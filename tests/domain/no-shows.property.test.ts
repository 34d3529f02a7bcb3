import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen } from '#app/domain/claims/claim.ts'
import { later, toRome } from '#app/domain/instant.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { contestNoShow } from '#app/domain/pickups/contest-no-show.server.ts'
import { decideNoShow } from '#app/domain/pickups/decide-no-show.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { reportNoShow } from '#app/domain/pickups/report-no-show.server.ts'
import { settleNoShow } from '#app/domain/pickups/settle-no-show.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Trx } from '#db/database.ts'
import type { NoShowRow } from '#db/schema/pickups.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const verbs = ['agree', 'report', 'contest', 'decide', 'settle', 'cancel'] as const
const step = fc.record({
  verb: fc.constantFrom(...verbs, 'agree', 'report', 'report', 'contest', 'decide'),
  who: fc.constantFrom<Neighbour>('ada', 'bruno', 'chiara', 'dario', 'elena', 'pia'),
  which: fc.nat({ max: 3 }),
  flag: fc.boolean(),
  hours: fc.constantFrom(0, 1, 3, 24, 24 * 7),
})
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

async function take({ verb, who, which, flag }: Step, claims: string[], at: string) {
  const act = actOf(who, at)
  const claim = claims[which % claims.length] ?? ''
  const reports = await db.selectFrom('no_shows').select(['id', 'absent_id']).orderBy('id').execute()
  const known = reports[which % Math.max(1, reports.length)]
  const report = known?.id ?? 'none'
  // By chance alone hardly anybody would contest what is said of them.
  const contesting = flag && known ? actOf(known.absent_id as Neighbour, at) : act
  const commands: Record<(typeof verbs)[number], (trx: Trx) => Promise<unknown>> = {
    agree: (trx) => agree(trx, claim, at),
    report: (trx) => reportNoShow(trx, act, claim, { absent: flag ? 'claimant' : 'donor', note: '' }),
    contest: (trx) => contestNoShow(trx, contesting, report, 'Ero lì.'),
    decide: (trx) => decideNoShow(trx, act, report, { decision: flag ? 'stands' : 'struck', note: 'Così.' }),
    settle: (trx) => settleNoShow(trx, { ...act, via: 'job' }, report),
    cancel: (trx) => cancelClaim(trx, act, claim, 'other'),
  }
  await write(db, commands[verb])
}

/** One whole story, so that the others have something to be measured by. */
const story: Step[] = [
  { verb: 'agree', who: 'ada', which: 0, flag: true, hours: 0 },
  { verb: 'report', who: 'ada', which: 0, flag: true, hours: 3 },
  { verb: 'contest', who: 'bruno', which: 0, flag: true, hours: 1 },
  { verb: 'decide', who: 'dario', which: 0, flag: false, hours: 24 },
  { verb: 'settle', who: 'elena', which: 0, flag: false, hours: 168 },
]

async function agree(trx: Trx, claim: string, at: string) {
  const starts_at = toRome(later(at, { hours: 1 }))
  const outcome = await proposePickup(trx, actOf('ada', at), claim, {
    starts_at,
    minutes: 60,
    note: '',
    override_reason: '',
  })
  if ('refused' in outcome) return outcome
  return confirmPickup(trx, actOf(outcome.pickup.claimant_id as Neighbour, at), outcome.pickup.id)
}

/** Each report is of one failed pickup, and its decision is whole, and rightly taken. */
async function expectSoundReports(before: Map<string, NoShowRow>) {
  const reports = await db.selectFrom('no_shows').selectAll().execute()
  const failed = await db.selectFrom('pickups').select('id').where('state', '=', 'failed').execute()
  expect(reports.map(({ pickup_id }) => pickup_id).sort()).toEqual(failed.map(({ id }) => id).sort())
  for (const report of reports) {
    expect(report.decided_at === null).toBe(report.decision === null)
    if (report.decided_by !== null) expect(report.contested_at).not.toBeNull()
    if (report.decision !== null && report.decided_by === null)
      expect([report.decision, (report.decided_at ?? '') >= report.contest_by, report.contested_at]).toEqual([
        'stands',
        true,
        null,
      ])
    if (report.contested_at !== null) expect(report.contested_at < report.contest_by).toBe(true)
    expect([report.reported_by, report.absent_id]).not.toContain(report.decided_by)
    const earlier = before.get(report.id)
    if (earlier?.decision != null) expect(report).toEqual(earlier)
  }
  return new Map(reports.map((report) => [report.id, report]))
}

test('whoever reports, contests, decides or waits, in whatever order, there is one report of each pickup and one end', async () => {
  let decided = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 18 }), async (steps) => {
      await freshWorld()
      const lot = await given.listing({ must_go_by: later(now, { days: 400 }) })
      const asked = [
        await given.claim({ listing_id: lot.id, state: 'confirmed' }),
        await given.claim({ listing_id: lot.id, state: 'confirmed', claimant_id: 'chiara' }),
      ]
      const ended = new Map<string, string>()
      let reports = new Map<string, NoShowRow>()
      let at = now
      for (const one of steps) {
        at = later(at, { hours: one.hours })
        await take(
          one,
          asked.map(({ id }) => id),
          at,
        )
        reports = await expectSoundReports(reports)
        for (const { id, state } of await db.selectFrom('claims').select(['id', 'state']).execute()) {
          expect(ended.get(id) ?? state).toBe(state)
          if (!isOpen(state)) ended.set(id, state)
        }
        await expectInvariants()
      }
      decided += [...reports.values()].filter(({ decision }) => decision !== null).length
    }),
    { numRuns: 7, examples: [[story]] },
  )
  expect(decided).toBeGreaterThan(0)
}, 120_000)
