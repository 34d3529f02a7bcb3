import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'

async function standing(db: Db) {
  const states = (table: 'listings' | 'claims' | 'handovers') =>
    db
      .selectFrom(table)
      .select((eb) => ['state', eb.fn.countAll<number>().as('rows')])
      .groupBy('state')
      .orderBy('state')
      .execute()
  const ledger = await db
    .selectFrom('mass_ledger')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.sum<number>('typ_g').as('grams')])
    .executeTakeFirstOrThrow()
  return {
    ledger,
    listings: await states('listings'),
    claims: await states('claims'),
    handovers: await states('handovers'),
  }
}

test('the demo has lived up to its own now: its clocks, heard, change no state and count no gram', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-demo-'))
  cpSync(join(inject('demo'), 'rimessa.sqlite'), join(folder, 'rimessa.sqlite'))
  const db = connect(join(folder, 'rimessa.sqlite'))
  try {
    const { at } = await db
      .selectFrom('clocks')
      .select((eb) => eb.fn.max('set_at').as('at'))
      .executeTakeFirstOrThrow()
    const seeded = await standing(db)
    while ((await hearClocks(db, at)).size > 0);
    expect(await standing(db)).toEqual(seeded)
  } finally {
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
})
