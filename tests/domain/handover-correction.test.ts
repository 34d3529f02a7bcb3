import { beforeEach, expect, test } from 'vitest'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import type { CorrectionReason } from '#app/domain/handovers/correction-reason.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { write } from '#app/domain/write.server.ts'
import { handOver, ledger, promisedBoards, record } from '../support/handover-steps.ts'
import { actOf, db, freshWorld, type Neighbour } from '../support/world.ts'

beforeEach(freshWorld)

function correct(
  id: string,
  typ_g: number | null,
  reason: CorrectionReason = 'weighed_later',
  by: Neighbour = 'dario',
) {
  const weighed = weighing({ grade: typ_g === null ? 'E' : 'A', typ_g })
  return write(db, (trx) => correctHandover(trx, actOf(by), id, weighed, reason))
}

const said = async () => (await ledger()).map(({ kind, sign, typ_g, reason }) => ({ kind, sign, typ_g, reason }))

test('a correction is an exact reversal and a new entry, both with the reason', async () => {
  const { claim } = await promisedBoards()
  const { handover, entry } = await handOver(claim, { typ_g: 234_000 })
  await correct(handover.id, 23_400, 'wrong_unit')
  expect(await said()).toEqual([
    { kind: 'reuse', sign: 1, typ_g: 234_000, reason: 'handover' },
    { kind: 'reversal', sign: -1, typ_g: 234_000, reason: 'wrong_unit' },
    { kind: 'correction', sign: 1, typ_g: 23_400, reason: 'wrong_unit' },
  ])
  expect((await ledger())[1]).toMatchObject({ reverses_id: entry?.id, low_g: entry?.low_g, high_g: entry?.high_g })
})

test('the weigh record that was wrong stays, voided by the new one', async () => {
  const { claim } = await promisedBoards()
  const { handover } = await handOver(claim)
  await correct(handover.id, 20_000)
  const [wrong, right] = await db.selectFrom('weigh_records').selectAll().orderBy('id').execute()
  expect(wrong).toMatchObject({ typ_g: 23_400, voids_id: null })
  expect(right).toMatchObject({ typ_g: 20_000, voids_id: wrong?.id, weighed_by: 'dario' })
})

test('what was never collected is taken out and nothing is put in', async () => {
  const { claim } = await promisedBoards()
  const { handover } = await handOver(claim)
  await correct(handover.id, null, 'not_collected')
  expect((await said()).map(({ sign, typ_g }) => sign * typ_g)).toEqual([23_400, -23_400])
  await correct(handover.id, 9000)
  expect((await said()).map(({ sign, typ_g }) => sign * typ_g)).toEqual([23_400, -23_400, 9000])
})

test('what nobody weighed then and somebody weighed later counts from now', async () => {
  const { claim } = await promisedBoards({
    weight_grade: 'E',
    weight_low_g: null,
    weight_typ_g: null,
    weight_high_g: null,
  })
  const { handover } = await handOver(claim, { grade: 'E', typ_g: null })
  await correct(handover.id, 12_000)
  expect(await said()).toEqual([{ kind: 'reuse', sign: 1, typ_g: 12_000, reason: 'weighed_later' }])
})

test('the same correction sent twice is made once', async () => {
  const { claim } = await promisedBoards()
  const { handover } = await handOver(claim)
  const sent = await Promise.all([correct(handover.id, 20_000), correct(handover.id, 20_000)])
  expect(sent.filter((outcome) => 'entry' in outcome)).toHaveLength(1)
  expect(sent).toContainEqual({ refused: 'nothing-to-correct' })
  expect(await ledger()).toHaveLength(3)
})

test('nobody corrects but the lot’s coordinators, and none who gave or took', async () => {
  const { claim } = await promisedBoards()
  const { handover } = await handOver(claim)
  for (const other of ['ada', 'bruno', 'pia'] as const)
    expect(await correct(handover.id, 1000, 'fraud', other)).toEqual({ refused: 'not-yours' })
  const own = await promisedBoards({}, { claimant_id: 'dario' })
  const taken = await handOver(own.claim)
  expect(await correct(taken.handover.id, 1000)).toEqual({ refused: 'both-sides' })
})

test('what was not confirmed has nothing to correct', async () => {
  const { claim } = await promisedBoards()
  const recorded = await record(claim)
  expect('handover' in recorded && (await correct(recorded.handover.id, 1000))).toEqual({ refused: 'not-confirmed' })
})
