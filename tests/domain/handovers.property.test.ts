import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeHandoverCode, proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { verifyChain } from '#app/domain/handovers/verify-chain.server.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { differencesWithPages } from '#app/domain/impact/verify-totals.read.server.ts'
import { later } from '#app/domain/instant.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { write } from '#app/domain/write.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { Grade } from '#db/schema/listings.ts'
import { ledger } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const verbs = [
  'record',
  'record',
  'record',
  'confirm',
  'confirm',
  'confirm',
  'object',
  'replay',
  'correct',
  'cancel',
  'guess',
  'picture',
  'picture of the taker',
  'wait',
  'wait',
] as const
const grades: Grade[] = ['A', 'B', 'C', 'D', 'E']

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  which: fc.nat({ max: 2 }),
  by: fc.constantFrom<Neighbour | 'right'>('right', 'right', 'right', 'right', 'ada', 'bruno', 'dario', 'gina'),
  quantity: fc.constantFrom(1, 2, 3, 4, 4, 5),
  grade: fc.constantFrom(...grades),
  grams: fc.integer({ min: 1, max: 90_000 }),
})
type Step = {
  verb: (typeof verbs)[number]
  which: number
  by: Neighbour | 'right'
  quantity: number
  grade: Grade
  grams: number
}

async function promises() {
  const lots = [
    await given.listing({ total: 11, allocation_rule: 'first_come' }),
    await given.listing({ total: 9, weight_grade: 'A' }),
    await given.listing({ total: 8, weight_grade: 'E', weight_low_g: null, weight_typ_g: null, weight_high_g: null }),
  ]
  const claims: ClaimRow[] = []
  for (const [at, lot] of lots.entries()) {
    const claimant_id = at === 1 ? 'pia' : 'bruno'
    claims.push(await given.claim({ listing_id: lot.id, claimant_id, state: 'scheduled', qty_wanted: 4 }))
  }
  for (const { id } of claims) await write(db, (trx) => makeHandoverCode(trx, actOf('ada'), id))
  return claims
}

function commandOf(step: Step, claim: ClaimRow, at: string, sent: Map<string, Parameters<typeof recordHandover>[3]>) {
  const weight = { grade: step.grade, typ_g: step.grade === 'E' ? null : step.grams }
  const giver = actOf(step.by === 'right' ? 'ada' : step.by, at)
  const taker = actOf(step.by === 'right' ? (claim.claimant_id as Neighbour) : step.by, at)
  const usual = {
    quantity: step.quantity,
    condition: 'as_described',
    note: '',
    tare_g: 0,
    device: '',
    photo_hash: null,
    ...weight,
  } as const
  return async (trx: Trx): Promise<unknown> => {
    const handover = await trx
      .selectFrom('handovers')
      .select(['id', 'recorded_side'])
      .where('claim_id', '=', claim.id)
      .executeTakeFirst()
    const id = handover?.id ?? 'none'
    const code = (await proofOfClaim(trx, claim.id, 'taker'))?.code ?? 'GONE22'
    const fresh = { ...usual, code, idempotency_key: `${claim.id} ${at}` }
    if (step.verb === 'record') sent.set(claim.id, fresh)
    const picture = { ...fresh, code: '', proof_photo_hash: 'f'.repeat(32) }
    if (step.verb === 'picture') return recordHandover(trx, giver, claim.id, picture)
    if (step.verb === 'picture of the taker') return recordHandover(trx, taker, claim.id, picture)
    if (step.verb === 'record') return recordHandover(trx, giver, claim.id, fresh)
    if (step.verb === 'replay') return recordHandover(trx, giver, claim.id, sent.get(claim.id) ?? fresh)
    if (step.verb === 'guess') return recordHandover(trx, giver, claim.id, { ...fresh, code: 'WRONG2' })
    const answering = step.by === 'right' && handover?.recorded_side === 'taker' ? actOf('ada', at) : taker
    if (step.verb === 'confirm') return confirmHandover(trx, answering, id)
    if (step.verb === 'object') return objectToHandover(trx, answering, id, 'Non erano così')
    if (step.verb === 'correct')
      return correctHandover(
        trx,
        actOf(step.by === 'right' ? 'dario' : step.by, at),
        id,
        weighing(weight),
        'weighed_later',
      )
    return step.quantity === 1 ? cancelClaim(trx, giver, claim.id, 'no') : undefined
  }
}

/** Invariants 10, 12, 13, 14, 15 and 16, read from the tables alone. */
async function expectSoundLedger() {
  const verdict = await verifyChain(db)
  expect(verdict.broken).toBeUndefined()
  expect(await differencesWithPages(db, verdict.chain.sums)).toEqual([])
  const entries = await ledger()
  const handovers = await db.selectFrom('handovers').selectAll().execute()
  for (const handover of handovers) {
    const own = entries.filter((entry) => entry.handover_id === handover.id)
    const live = own.reduce((sum, entry) => sum + entry.sign, 0)
    expect(live === 0 || live === 1).toBe(true)
    if (handover.state !== 'confirmed') expect(own).toEqual([])
    else expect(handover.answered_by === null).toBe(handover.silent_side !== null)
    expect(handover.answered_by).not.toBe(handover.recorded_by)
    const claim = await db
      .selectFrom('claims')
      .select(['state', 'qty_done'])
      .where('id', '=', handover.claim_id)
      .executeTakeFirstOrThrow()
    if (handover.state === 'confirmed') expect(claim).toEqual({ state: 'collected', qty_done: handover.quantity })
    else expect(claim.state).not.toBe('collected')
  }
}

test('in whatever order people record, confirm, object, replay and correct, the ledger is sound after each step', async () => {
  let posted = 0
  let silent = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 30 }), async (steps) => {
      await freshWorld()
      const claims = await promises()
      const sent = new Map<string, Parameters<typeof recordHandover>[3]>()
      let at = now
      for (const one of steps) {
        at = later(at, one.verb === 'wait' ? { hours: one.quantity < 4 ? 25 : 73 } : { minutes: 10 })
        const claim = claims[one.which]
        if (one.verb === 'wait') await hearClocks(db, at)
        else if (claim) await write(db, commandOf(one, claim, at, sent))
        await expectInvariants()
        await expectSoundLedger()
      }
      posted += (await ledger()).length
      silent += (await db.selectFrom('handovers').select('id').where('silent_side', 'is not', null).execute()).length
    }),
    { numRuns: 25 },
  )
  expect(posted).toBeGreaterThan(25)
  expect(silent).toBeGreaterThan(3)
}, 240_000)
