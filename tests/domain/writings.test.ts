import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refused } from '#app/domain/refusal.ts'
import { type Written, write, writings } from '#app/domain/write.server.ts'
import type { Trx } from '#db/database.ts'
import { db, freshWorld } from '../support/world.ts'

const boards = '01a2274d-cabc-7833-8fa3-3837c947d0e9'
const said: Written[] = []
const hear = (written: unknown) => void said.push(written as Written)

beforeEach(async () => {
  await freshWorld()
  said.length = 0
  subscribe(writings.name, hear)
})

afterEach(() => void unsubscribe(writings.name, hear))

const retitle = (trx: Trx) => trx.updateTable('listings').set({ title: 'Oak' }).where('id', '=', boards).execute()

test('what a transaction wrote is said once it is kept: the tables, and the ids it named', async () => {
  await write(db, async (trx) => {
    await retitle(trx)
    expect(said).toEqual([])
  })
  expect(said.map(({ tables, ids }) => [[...tables], [...ids]])).toEqual([[['listings'], [boards]]])
})

test('what was refused, and what was only read, is not said', async () => {
  await write(db, async (trx) => {
    await retitle(trx)
    return refused('not-yours')
  })
  await write(db, (trx) => trx.selectFrom('listings').select('id').where('id', '=', boards).execute())
  expect(said).toEqual([])
})
