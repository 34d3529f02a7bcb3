import { beforeEach, expect, test } from 'vitest'
import { outside } from '#app/domain/handovers/ledger-entry.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { confirm, handOver, ledger, promised, promisedBoards, record } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given } from '../support/world.ts'

beforeEach(freshWorld)

async function recorded(claim: Parameters<typeof record>[0], facts: Parameters<typeof record>[1] = {}) {
  const outcome = await record(claim, facts)
  if (!('handover' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.handover
}

test('when Bruno says yes, the claim is collected and 23.400 g count, once', async () => {
  const { claim, listing } = await promisedBoards()
  const { handover, entry } = await handOver(claim)
  expect(entry).toMatchObject({
    seq: 1,
    kind: 'reuse',
    sign: 1,
    grade: 'A',
    low_g: 22_932,
    typ_g: 23_400,
    high_g: 23_868,
    taker_type: 'end_user',
  })
  expect(entry).toMatchObject({
    listing_id: listing.id,
    handover_id: handover.id,
    quantity: 8,
    unit: 'piece',
    municipality_istat: '058091',
  })
  expect(await db.selectFrom('listings').select(['held', 'collected']).executeTakeFirst()).toEqual({
    held: 0,
    collected: 8,
  })
  await expectInvariants()
  await confirm(handover.id)
  expect(await ledger()).toHaveLength(1)
})

test('confirming five times at once posts one entry', async () => {
  const { claim } = await promisedBoards()
  const { id } = await recorded(claim)
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => confirm(id)))
  expect(outcomes.filter((outcome) => 'entry' in outcome)).toHaveLength(1)
  expect(await ledger()).toHaveLength(1)
  await expectInvariants()
})

test('both are told what counted', async () => {
  const { claim } = await promisedBoards()
  await handOver(claim)
  const told = await db
    .selectFrom('notices')
    .select(['member_id', 'details'])
    .where('kind', '=', 'handover-confirmed')
    .orderBy('member_id')
    .execute()
  expect(told.map(({ member_id }) => member_id)).toEqual(['ada', 'bruno'])
  expect(JSON.parse(told[0]?.details ?? '')).toMatchObject({ typ_g: 23_400, grade: 'A', quantity: 8 })
})

test('the one who wrote it down does not confirm it, nor does a stranger', async () => {
  const { claim } = await promisedBoards()
  const { id } = await recorded(claim)
  for (const other of ['ada', 'dario', 'gina'] as const)
    expect(await confirm(id, other), other).toEqual({ refused: 'not-yours' })
})

test('what is handed over in part leaves the rest for others', async () => {
  const { claim } = await promisedBoards()
  await handOver(claim, { quantity: 5 })
  expect(await db.selectFrom('listings').select(['held', 'collected', 'state']).executeTakeFirst()).toEqual({
    held: 0,
    collected: 5,
    state: 'live',
  })
})

test('a lot of which nothing is left is closed as done, and those in line are told', async () => {
  const { claim, listing } = await promisedBoards({ total: 8 })
  const waiting = await given.claim({ listing_id: listing.id, state: 'waitlisted', claimant_id: 'gina', position: 1 })
  await handOver(claim)
  expect(await db.selectFrom('listings').select(['state', 'closed_reason']).executeTakeFirst()).toEqual({
    state: 'closed',
    closed_reason: 'done',
  })
  const gina = await db.selectFrom('claims').select('state').where('id', '=', waiting.id).executeTakeFirst()
  expect(gina).toEqual({ state: 'superseded' })
  await expectInvariants()
})

test('a pickup is completed by the last of its handovers', async () => {
  const first = await promisedBoards()
  const second = await promisedBoards({ title: 'Porte' })
  const pickup = await given.pickup([first.claim.id, second.claim.id], { state: 'confirmed', confirmed_by: 'ada' })
  const state = async () =>
    (await db.selectFrom('pickups').select('state').where('id', '=', pickup.id).executeTakeFirst())?.state
  await handOver(first.claim)
  expect(await state()).toBe('confirmed')
  await handOver(second.claim)
  expect(await state()).toBe('completed')
})

test('an objection posts nothing, says why to the giver and the coordinators, and the giver may write it again', async () => {
  const { claim } = await promisedBoards()
  const first = await recorded(claim)
  const objected = await write(db, (trx) => objectToHandover(trx, actOf('bruno'), first.id, 'Erano sei, non otto'))
  expect(objected).toMatchObject({ handover: { state: 'objected', objection: 'Erano sei, non otto' } })
  expect(await confirm(first.id)).toEqual({ refused: 'already-answered' })
  expect(await ledger()).toEqual([])
  const told = await db
    .selectFrom('notices')
    .select('member_id')
    .where('kind', '=', 'handover-objected')
    .orderBy('member_id')
    .execute()
  expect(told.map(({ member_id }) => member_id)).toEqual(['ada', 'dario'])

  const again = await recorded(claim, { quantity: 6, typ_g: 17_500 })
  expect(again).toMatchObject({ id: first.id, state: 'recorded', objection: null, quantity: 6 })
  expect(await confirm(again.id)).toMatchObject({ entry: { typ_g: 17_500, quantity: 6 } })
  const records = await db.selectFrom('weigh_records').select(['typ_g', 'voids_id']).orderBy('id').execute()
  expect(records).toMatchObject([{ typ_g: 23_400, voids_id: null }, { typ_g: 17_500 }])
  expect(records[1]?.voids_id).not.toBeNull()
})

test('only the one who takes may object', async () => {
  const { claim } = await promisedBoards()
  const { id } = await recorded(claim)
  expect(await write(db, (trx) => objectToHandover(trx, actOf('ada'), id, 'no'))).toEqual({ refused: 'not-yours' })
})

test('what a hub takes goes to stock, not into the headline', async () => {
  const { claim } = await promisedBoards({}, { claimant_id: 'pia', hub_id: 'borgata', party_key: 'borgata' })
  expect((await handOver(claim)).entry).toMatchObject({ kind: 'pipeline_in', taker_type: 'intermediary' })
})

test('what a coordinator takes in their own name is in use', async () => {
  const { claim } = await promisedBoards({}, { claimant_id: 'pia' })
  expect((await handOver(claim)).entry).toMatchObject({ kind: 'reuse', taker_type: 'end_user' })
})

test('an organisation has one pseudonym whoever acts for it, and a person their own', async () => {
  const { claim, listing } = await promisedBoards({}, { organisation_id: 'bottega' })
  await handOver(claim)
  const own = await promised(listing, { claimant_id: 'bruno', party_key: 'bruno' })
  await handOver(own)
  const [forBottega, forBruno] = await ledger()
  expect(forBottega?.giver_party).toBe(forBruno?.giver_party)
  expect(forBottega?.taker_party).not.toBe(forBruno?.taker_party)
  const parties = await db
    .selectFrom('ledger_parties')
    .select(['member_id', 'organisation_id'])
    .where('id', '<>', outside)
    .execute()
  expect(parties).toHaveLength(3)
  expect(JSON.stringify(await ledger())).not.toContain('bruno')
})

test('a lot closed meanwhile undoes the whole confirmation', async () => {
  const { claim } = await promisedBoards()
  const { id } = await recorded(claim)
  await db.updateTable('listings').set({ held: 0 }).execute()
  await db.updateTable('claims').set({ state: 'cancelled_by_donor', is_open: 0, qty: 0 }).execute()
  const outcome = await confirm(id)
  expect(isRefusal(outcome)).toBe(true)
  expect(await db.selectFrom('handovers').select('state').executeTakeFirst()).toEqual({ state: 'recorded' })
  expect(await ledger()).toEqual([])
})
