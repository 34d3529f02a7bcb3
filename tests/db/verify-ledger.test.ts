import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, expect, inject, test } from 'vitest'
import { ledgerFile, toTheEnd } from '#app/domain/handovers/ledger.read.server.ts'
import { handOver, promised, promisedBoards } from '../support/handover-steps.ts'
import { allowChanges } from '../support/ledger-tampering.ts'
import { db, freshWorld } from '../support/world.ts'

beforeEach(async () => {
  await freshWorld()
  const { listing, claim } = await promisedBoards()
  await handOver(claim)
  await handOver(await promised(listing, { claimant_id: 'gina' }), { typ_g: 20_000 })
})

/** The command as a person runs it: how it ends, and all it says. */
function verify(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/verify-ledger.ts', ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, said: out + err })
    })
  })
}

test('on a sound ledger it ends well and says the total four ways', async () => {
  const { code, said } = await verify()
  expect(said).toContain('2 entries, none missing, none changed')
  expect(said).toContain('43400 g by 1 givers = by 2 takers = by 1 categories = by 1 municipalities')
  expect(code).toBe(0)
})

test('on a ledger that somebody touched it ends badly and names the first entry that was', async () => {
  await allowChanges(
    db,
    async () => void (await sql`update mass_ledger set typ_g = typ_g + 1 where seq = 2`.execute(db)),
  )
  const { id } = await db.selectFrom('mass_ledger').select('id').where('seq', '=', 2).executeTakeFirstOrThrow()
  const { code, said } = await verify()
  expect(said).toContain(`BROKEN at entry 2 (${id})`)
  expect(code).toBe(1)
})

test('it verifies the published file with no database', async () => {
  const path = join(mkdtempSync(join(inject('folder'), 'ledger-')), 'mass-ledger.csv')
  let text = ''
  for await (const piece of ledgerFile(db, toTheEnd)) text += piece
  writeFileSync(path, text)
  expect(await verify('--csv', path)).toMatchObject({ code: 0 })
  writeFileSync(path, text.replace(',20000,', ',30000,'))
  expect(await verify('--csv', path)).toMatchObject({ code: 1, said: expect.stringContaining('BROKEN at entry 2') })
})
