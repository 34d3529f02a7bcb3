import { beforeEach, expect, test } from 'vitest'
import { signedIn } from '#app/http/context.server.ts'
import { actOf, db, freshWorld, given, now, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

test('a lot held in part says so itself', async () => {
  const boards = await given.listing()
  await given.claim({ listing_id: boards.id, state: 'scheduled', qty_wanted: 8 })
  await given.claim({ listing_id: boards.id, state: 'collected', qty_wanted: 4, claimant_id: 'gina' })
  const stored = await db
    .selectFrom('listings')
    .select(['held', 'collected'])
    .where('id', '=', boards.id)
    .executeTakeFirstOrThrow()
  expect(stored).toEqual({ held: 8, collected: 4 })
})

test('what one test leaves behind the next does not find', async () => {
  expect(await db.selectFrom('listings').selectAll().execute()).toEqual([])
})

test('a neighbour acts the same by session and by name', async () => {
  const { act } = await signedIn(await signedInRequest('dario', '/board'))
  expect(act.by).toMatchObject(actOf('dario').by)
  expect(act.at).toBe(now)
})
