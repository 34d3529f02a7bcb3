import { beforeEach, expect, test } from 'vitest'
import { claimEvents } from '#app/domain/claims/claims.read.server.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { verifyChain } from '#app/domain/handovers/verify-chain.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { confirm, ledger, promisedBoards, record } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, now } from '../support/world.ts'

beforeEach(freshWorld)

const photo = 'f'.repeat(32)
const deadline = later(now, { days: 3 })
const after = later(deadline, { minutes: 1 })

async function leftAtTheDoor() {
  const { claim } = await promisedBoards()
  const outcome = await record(claim, { code: '', proof_photo_hash: photo })
  if (!('handover' in outcome)) throw new Error(JSON.stringify(outcome))
  return { claim, handover: outcome.handover }
}

const handover = () => db.selectFrom('handovers').selectAll().executeTakeFirstOrThrow()
const told = (kind: string) =>
  db.selectFrom('notices').select('member_id').where('kind', '=', kind).orderBy('member_id').execute()

test('72 hours of silence confirm it in the name of nobody, and only then do the kilos count', async () => {
  const { claim } = await leftAtTheDoor()
  await hearClocks(db, deadline)
  expect(await handover()).toMatchObject({ state: 'recorded' })
  expect(await ledger()).toEqual([])
  await hearClocks(db, after)
  expect(await handover()).toMatchObject({
    state: 'confirmed',
    silent_side: 'taker',
    answered_by: null,
    taker_confirmed_at: after,
  })
  expect(await ledger()).toMatchObject([{ typ_g: 23_400, effective_at: now, recorded_at: after }])
  expect(await told('handover-settled')).toEqual([{ member_id: 'ada' }, { member_id: 'bruno' }])
  const event = (await claimEvents(db, claim.id)).find(({ kind }) => kind === 'collected')
  expect(event).toMatchObject({ by_name: null, via: 'job', details: 'silence' })
  expect((await verifyChain(db)).broken).toBeUndefined()
  await expectInvariants()
})

test('whoever has not answered is reminded once, a day before', async () => {
  await leftAtTheDoor()
  await hearClocks(db, later(deadline, { hours: -25 }))
  expect(await told('handover-reminded')).toEqual([])
  await hearClocks(db, later(deadline, { hours: -23 }))
  await hearClocks(db, later(deadline, { hours: -22 }))
  expect(await told('handover-reminded')).toEqual([{ member_id: 'bruno' }])
})

test('a yes counts at once, and the clocks find nothing left to do', async () => {
  const { handover: written } = await leftAtTheDoor()
  await confirm(written.id)
  expect(await ledger()).toHaveLength(1)
  await hearClocks(db, after)
  expect(await handover()).toMatchObject({ answered_by: 'bruno', silent_side: null })
  expect(await ledger()).toHaveLength(1)
  expect(await told('handover-reminded')).toEqual([])
})

test('a no leaves it uncounted, and a new record has 72 hours of its own', async () => {
  const { claim, handover: written } = await leftAtTheDoor()
  await write(db, (trx) => objectToHandover(trx, actOf('bruno'), written.id, 'Erano sei'))
  await record(claim, { quantity: 6 }, actOf('ada', later(now, { days: 2 })))
  await hearClocks(db, after)
  expect(await handover()).toMatchObject({ state: 'recorded', quantity: 6 })
  await hearClocks(db, later(now, { days: 5, minutes: 1 }))
  expect(await handover()).toMatchObject({ state: 'confirmed', silent_side: 'taker' })
  expect(await ledger()).toMatchObject([{ quantity: 6 }])
})

test('what a hub fetched with a picture goes into its stock when the donor says nothing', async () => {
  const { claim } = await promisedBoards({}, { claimant_id: 'dario', hub_id: 'oz', party_key: 'oz' })
  await record(claim, { code: '', proof_photo_hash: photo }, actOf('dario'))
  expect(await told('handover-recorded')).toEqual([{ member_id: 'ada' }])
  await hearClocks(db, after)
  expect(await handover()).toMatchObject({ state: 'confirmed', silent_side: 'giver', giver_confirmed_at: after })
  expect(await ledger()).toMatchObject([{ kind: 'pipeline_in', typ_g: 23_400 }])
  expect(await db.selectFrom('stock_moves').select(['kind', 'by_id']).execute()).toMatchObject([
    { kind: 'arrived', by_id: 'dario' },
  ])
  await expectInvariants()
})

test('with nothing but a code, silence counts too; of what was recorded before there were proofs, never', async () => {
  const { claim } = await promisedBoards()
  await record(claim)
  await db.updateTable('handovers').set({ object_by: null, code_given: null }).execute()
  await hearClocks(db, after)
  expect(await handover()).toMatchObject({ state: 'recorded' })
  await db.updateTable('handovers').set({ object_by: deadline, code_given: 'typed' }).execute()
  await db.updateTable('clocks').set({ done_at: null }).where('kind', '=', 'settle-handover').execute()
  await hearClocks(db, after)
  expect(await handover()).toMatchObject({ state: 'confirmed' })
})

test('the table itself refuses a silence without proof, a confirmation by nobody, and one by the recorder', async () => {
  const { handover: written } = await leftAtTheDoor()
  const signed = { state: 'confirmed', taker_confirmed_at: deadline } as const
  const set = (facts: object) => db.updateTable('handovers').set(facts).where('id', '=', written.id).execute()
  await expect(set(signed)).rejects.toThrow()
  await expect(set({ ...signed, answered_by: 'ada' })).rejects.toThrow()
  await expect(set({ ...signed, silent_side: 'giver' })).rejects.toThrow()
  await expect(set({ ...signed, silent_side: 'taker', proof_photo_hash: null })).rejects.toThrow()
  await expect(set({ ...signed, silent_side: 'taker', answered_by: 'bruno' })).rejects.toThrow()
  await set({ ...signed, silent_side: 'taker' })
})
