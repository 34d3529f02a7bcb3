import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/domain/write.server.ts'
import type { Trx } from '#db/database.ts'
import { db, freshWorld, given } from '../support/world.ts'

beforeEach(freshWorld)

const crowd = Array.from({ length: 60 }, (_, at) => at)

const add = (trx: Trx, id: string, at: number) =>
  trx
    .updateTable('listings')
    .set({ description: sql`description || ${` ${at}`}` })
    .where('id', '=', id)
    .execute()

async function kept(id: string) {
  const row = await db.selectFrom('listings').select('description').where('id', '=', id).executeTakeFirstOrThrow()
  return row.description.split(' ').slice(1).map(Number)
}

test('sixty at once: each has an answer of its own, what was refused or broke leaves nothing, the others all stay', async () => {
  const { id } = await given.listing({ description: '' })
  const answers = await Promise.allSettled(
    crowd.map((at) =>
      write(db, async (trx) => {
        await add(trx, id, at)
        if (at % 5 === 1) return { refused: 'not-yours' as const }
        if (at % 5 === 2) throw new Error(`broke ${at}`)
        if (at % 5 === 3) await sql`insert into members (id) values ('nobody')`.execute(trx)
        return at
      }),
    ),
  )
  const stay = crowd.filter((at) => at % 5 === 0 || at % 5 === 4)
  for (const [at, answer] of answers.entries()) {
    if (stay.includes(at)) expect(answer).toEqual({ status: 'fulfilled', value: at })
    else if (at % 5 === 1) expect(answer).toEqual({ status: 'fulfilled', value: { refused: 'not-yours' } })
    else expect(answer.status).toBe('rejected')
    if (at % 5 === 2) expect(answer).toMatchObject({ reason: { message: `broke ${at}` } })
  }
  expect((await kept(id)).toSorted((a, b) => a - b)).toEqual(stay)
})

test('one that ends the transaction under the feet of the others fails alone', async () => {
  const { id } = await given.listing({ description: '' })
  const answers = await Promise.allSettled(
    crowd.slice(0, 10).map((at) =>
      write(db, async (trx) => {
        await add(trx, id, at)
        if (at === 4) await sql`rollback`.execute(trx)
        return at
      }),
    ),
  )
  expect(answers.map(({ status }) => status).filter((status) => status === 'rejected').length).toBeLessThanOrEqual(1)
  for (const at of crowd.slice(0, 10).filter((each) => each !== 4))
    expect(answers[at]).toEqual({ status: 'fulfilled', value: at })
  expect((await kept(id)).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9])
})
