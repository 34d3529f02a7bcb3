import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { runScript, settingsFor } from '../support/app-server.ts'
import { fillNeighbourhoods } from '../support/searched-lots.ts'
import { now } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'rimessa-lots-'))
let db: Db

beforeAll(async () => {
  db = connect(join(folder, 'rimessa.sqlite'))
  await migrateToLatest(db)
  await fillNeighbourhoods(db, { lots: 200, seed: 1, now })
})

afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const lots = (wish: string) => runScript('scripts/lot-index.ts', settingsFor(folder), [wish])

test('says which tables are not what the lots say, and makes them anew', async () => {
  expect(await lots('verify')).toContain('The index says what the lots say.')
  await sql`update lot_index set grams = grams + 1 where n = (select min(n) from lot_index)`.execute(db)
  await sql`update lot_cards set card = '[]' where n = (select min(n) from lot_cards)`.execute(db)
  await sql`update lot_sizes set lots = lots + 1`.execute(db)
  const said = await lots('verify').catch(String)
  const faulty = [...said.matchAll(/✗ (\w+)/g)].map(([, table]) => table)
  expect(faulty).toEqual(expect.arrayContaining(['lot_index', 'lot_cards', 'lot_sizes']))
  await lots('rebuild')
  expect(await lots('verify')).toContain('The index says what the lots say.')
}, 120_000)

test('asks what it should do', async () => {
  await expect(lots('')).rejects.toThrow('rebuild or verify')
})
