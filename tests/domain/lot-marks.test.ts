import { beforeEach, expect, test } from 'vitest'
import { forgetMarks, hideLot, markSeen, unhideLot } from '#app/domain/discovery/mark-lot.server.ts'
import { countHidden, hiddenLots, seenAmong } from '#app/domain/discovery/marks.read.server.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { later } from '#app/domain/instant.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const bruno = actOf('bruno')
const hide = (id: string, by: Neighbour = 'bruno') => write(db, (trx) => hideLot(trx, actOf(by), id))
const found = async (hiddenFor?: string) => {
  const question = { ask: readSearch(new URLSearchParams()), from: undefined, now, hiddenFor }
  const [page, counted] = await Promise.all([searchLots(db, question), countLots(db, question)])
  expect(counted.lots).toBe(page.lots.length)
  return page.lots.map(({ title }) => title)
}

test('what one member hides is out of their lists and counts, and out of nobody else’s', async () => {
  const boards = await given.listing({ title: 'Tavole' })
  await given.listing({ title: 'Porte' })
  await hide(boards.id)
  expect(await found('bruno')).toEqual(['Porte'])
  expect(await found('gina')).toHaveLength(2)
  expect(await found()).toHaveLength(2)
  expect((await hiddenLots(db, bruno.by)).map(({ title }) => title)).toEqual(['Tavole'])
  expect(await countHidden(db, bruno.by)).toBe(1)
})

test('a hidden lot comes back, and stays seen if it was', async () => {
  const [one, other] = [await given.listing({ title: 'Una' }), await given.listing({ title: 'Altra' })]
  await write(db, (trx) => markSeen(trx, bruno, one.id))
  await hide(one.id)
  await hide(other.id)
  for (const { id } of [one, other]) await write(db, (trx) => unhideLot(trx, bruno, id))
  expect(await found('bruno')).toHaveLength(2)
  expect([...(await seenAmong(db, bruno.by, [one.id, other.id]))]).toEqual([one.id])
  expect(await db.selectFrom('lot_marks').selectAll().execute()).toHaveLength(1)
})

test('the first time a lot was opened is the one that stays', async () => {
  const boards = await given.listing()
  for (const at of [now, later(now, { days: 2 })]) await write(db, (trx) => markSeen(trx, { ...bruno, at }, boards.id))
  expect(await db.selectFrom('lot_marks').select('seen_at').executeTakeFirst()).toEqual({ seen_at: now })
})

test('a draft, a wanted post and a lot that never was cannot be hidden', async () => {
  const draft = await given.listing({ state: 'draft' })
  const wanted = await given.wanted({ donor_id: 'gina' })
  for (const id of [draft.id, wanted.id, 'no-such-lot']) expect(await hide(id)).toEqual({ refused: 'not-there' })
  expect(await db.selectFrom('lot_marks').selectAll().execute()).toEqual([])
})

test('whoever leaves takes their marks along, and only theirs', async () => {
  const boards = await given.listing()
  await hide(boards.id)
  await hide(boards.id, 'gina')
  await write(db, (trx) => eraseAccount(trx, bruno))
  const left = await db.selectFrom('lot_marks').select('member_id').execute()
  expect(left).toEqual([{ member_id: 'gina' }])
  await write(db, (trx) => forgetMarks(trx, actOf('gina')))
  expect(await db.selectFrom('lot_marks').selectAll().execute()).toEqual([])
})
