import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { handOver, ledger, promisedBoards } from '../support/handover-steps.ts'
import { db, freshWorld } from '../support/world.ts'

beforeEach(async () => {
  await freshWorld()
  const { claim } = await promisedBoards()
  await handOver(claim)
})

const changes = [
  sql`update mass_ledger set typ_g = 1`,
  sql`update mass_ledger set reason = 'none' where seq = 1`,
  sql`delete from mass_ledger`,
  sql`update weigh_records set typ_g = 1`,
  sql`delete from weigh_records`,
]

test.each(changes)('the database itself refuses to change what was posted (%#)', async (change) => {
  const before = await ledger()
  await expect(change.execute(db)).rejects.toThrow('append-only')
  expect(await ledger()).toEqual(before)
})

const entry = async () => {
  const [posted] = await ledger()
  if (!posted) throw new Error('nothing was posted')
  return { ...posted, seq: 2, id: 'another', handover_id: null, previous_hash: posted.hash, hash: 'h' }
}

const wrong = [
  ['a range out of order', { low_g: 30_000 }],
  ['a mass of nothing', { low_g: 0 }],
  ['grade E', { grade: 'E' as const }],
  ['an entry recorded before it happened', { effective_at: '2027-01-01T00:00:00.000Z' }],
  ['a negative sign that reverses nothing', { sign: -1 as const }],
  ['a number used already', { seq: 1 }],
  ['a fork of the chain', { previous_hash: '' }],
] as const

test.each(wrong)('the database refuses %s', async (_what, facts) => {
  const row = { ...(await entry()), ...facts }
  await expect(db.insertInto('mass_ledger').values(row).execute()).rejects.toThrow()
  expect(await ledger()).toHaveLength(1)
})

test('the database refuses a giver who is the taker', async () => {
  const row = await entry()
  await expect(
    db
      .insertInto('mass_ledger')
      .values({ ...row, taker_party: row.giver_party })
      .execute(),
  ).rejects.toThrow()
})

test('the database counts a handover once', async () => {
  const [posted] = await ledger()
  const again = { ...(await entry()), handover_id: posted?.handover_id ?? null }
  await expect(db.insertInto('mass_ledger').values(again).execute()).rejects.toThrow()
})

test('an entry that is right is taken: the refusals above mean something', async () => {
  await db
    .insertInto('mass_ledger')
    .values(await entry())
    .execute()
  expect(await ledger()).toHaveLength(2)
})
