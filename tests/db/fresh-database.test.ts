import { afterAll, beforeEach, expect, test } from 'vitest'
import { connect } from '#db/connect.server.ts'
import { emptyDatabase } from '../support/database.ts'

const db = connect(process.env['DATABASE_URL'] ?? '')

beforeEach(() => emptyDatabase(db))
afterAll(() => db.destroy())

const heartbeat = { job: 'sweep', beat_at: '2026-03-01T09:00:00.000Z', note: '' }

test.each([1, 2])('test %i finds no row that another test wrote', async () => {
  expect(await db.selectFrom('heartbeats').selectAll().execute()).toEqual([])
  await db.insertInto('heartbeats').values(heartbeat).execute()
  expect(await db.selectFrom('heartbeats').selectAll().execute()).toHaveLength(1)
})

test('what the migrations wrote is there each time', async () => {
  expect(await db.selectFrom('ledger_head').selectAll().execute()).toEqual([{ id: 1, seq: 0, hash: '' }])
  await db.updateTable('ledger_head').set({ seq: 7 }).execute()
  await emptyDatabase(db)
  expect(await db.selectFrom('ledger_head').select('seq').execute()).toEqual([{ seq: 0 }])
})
