import { randomInt } from 'node:crypto'
import { beforeEach, expect, inject, test } from 'vitest'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { allDue, fiveHundredDue } from '../support/due-neighbourhood.ts'
import { expectInvariants } from '../support/invariants.ts'
import { chanceFrom, hear, killAt, startWorker, workerFile } from '../support/killed-workers.ts'
import { db, freshWorld } from '../support/world.ts'

beforeEach(freshWorld)

const kills = 50
const url = process.env['DATABASE_URL'] ?? ''

test('workers killed fifty times while five hundred clocks fall due leave what one undisturbed worker leaves', async () => {
  const seed = Number(process.env['KILL_SEED'] ?? randomInt(1_000_000))
  process.stdout.write(`worker-kill: KILL_SEED=${seed}\n`)
  const file = await workerFile(inject('folder'))
  await fiveHundredDue()
  expect(await due()).toBe(500)
  while ((await hearClocks(db, allDue)).size > 0);
  expect(await due()).toBe(0)
  const undisturbed = await everything()

  await freshWorld()
  await fiveHundredDue()
  await killPairs(file, chanceFrom(seed))
  expect(await due(), 'clocks left after the last kill').toBeGreaterThan(0)
  const last = await Promise.all([1, 2].map(() => startWorker(file, url, allDue)))
  for (const worker of last) hear(worker, 500)
  await Promise.all(last.map(({ ended }) => ended))
  expect(await due()).toBe(0)
  const disturbed = await everything()
  expect(surplus(undisturbed, disturbed), 'lost').toEqual([])
  expect(surplus(disturbed, undisturbed), 'doubled').toEqual([])
  await expectInvariants()
}, 600_000)

/** Two workers at a time, each killed at a moment of its own while it works. */
async function killPairs(file: string, chance: () => number) {
  for (let killed = 0; killed < kills; ) {
    const pair = await Promise.all([1, 2].map(() => startWorker(file, url, allDue)))
    const most = Math.floor((await due()) / (kills - killed + 1))
    for (const worker of pair) hear(worker, most)
    // Within the first half of its share, so that it is at work when the kill, some milliseconds late, comes.
    const done = await Promise.all(
      pair.map((worker) => killAt(worker, Math.floor((chance() * most) / 2), chance() * 8)),
    )
    expect(done, 'a worker ended by itself before it was killed').toEqual([true, true])
    killed += done.length
  }
}

async function due() {
  const rows = await db
    .selectFrom('clocks')
    .select('id')
    .where('done_at', 'is', null)
    .where('due_at', '<', allDue)
    .execute()
  return rows.length
}

/** All that clocks lead to, a line for each row, without the ids that are made anew each time. */
async function everything() {
  const tables = [
    'listings',
    'listing_events',
    'claims',
    'claim_events',
    'pickups',
    'pickup_events',
    'notices',
    'mails',
    'clocks',
  ] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return tables.flatMap((table, n) => (rows[n] ?? []).map((row) => `${table} ${JSON.stringify(row, withoutNewIds)}`))
}

function withoutNewIds(this: Record<string, unknown>, key: string, value: unknown) {
  const isNew = key === 'notice_id' || (key === 'id' && /^[0-9a-f]{8}-/.test(String(value)))
  return isNew || key === 'attachment' ? undefined : value
}

/** The lines of `some` that `others` has not, or not as often. */
function surplus(some: readonly string[], others: readonly string[]) {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return some.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}
