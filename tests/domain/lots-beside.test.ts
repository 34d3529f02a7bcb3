import { beforeEach, expect, test } from 'vitest'
import { lotsBeside } from '#app/domain/discovery/lots-beside.read.server.ts'
import { later } from '#app/domain/instant.ts'
import { loader as claimPage } from '#app/routes/claims.$claimId/route.tsx'
import { actOf, context, db, freshWorld, given, type Neighbour, now, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

const beside = async (listing_id: string, who: Neighbour = 'bruno') => {
  const going = { listing_id, place_id: 'cellar', donor_id: 'ada' }
  return (await lotsBeside(db, actOf(who).by, going, now)).map(({ title }) => title)
}

test('what else lies at the site comes with it, what must go first before the rest, six at most', async () => {
  const { id } = await given.listing()
  const cellar = await db.selectFrom('places').selectAll().where('id', '=', 'cellar').executeTakeFirstOrThrow()
  await db
    .insertInto('places')
    .values({ ...cellar, id: 'cellar-again' })
    .execute()
  await given.listing({ title: 'Senza fretta', must_go_by: null })
  await given.listing({ title: 'Stesso punto', place_id: 'cellar-again', must_go_by: later(now, { days: 3 }) })
  await given.listing({ title: 'Domani', must_go_by: later(now, { days: 1 }) })
  await given.listing({ title: 'Altrove', place_id: 'workshop' })
  expect(await beside(id)).toEqual(['Domani', 'Stesso punto', 'Senza fretta'])
  for (let more = 0; more < 5; more++) await given.listing({ title: `${more}` })
  expect(await beside(id)).toHaveLength(6)
})

test('nothing that is not theirs to ask for now: gone, over, reserved, hidden, asked for, their own', async () => {
  const { id } = await given.listing()
  await given.listing({ title: 'In pausa', state: 'paused' })
  await given.listing({ title: 'In esame', state: 'in_review' })
  await given.listing({ title: 'Promesso', held: 40 })
  await given.listing({ title: 'Scaduto', must_go_by: now })
  await given.listing({ title: 'Per le scuole', reserved_until: later(now, { hours: 5 }) })
  await given.listing({ title: 'Della bottega', donor_id: 'gina', organisation_id: 'bottega' })
  await given.listing({ title: 'Suo', donor_id: 'bruno' })
  const asked = await given.listing({ title: 'Chiesto' })
  await given.claim({ listing_id: asked.id })
  const hidden = await given.listing({ title: 'Nascosto' })
  const mark = { member_id: 'bruno', listing_id: hidden.id, seen_at: null, hidden_at: now }
  await db.insertInto('lot_marks').values(mark).execute()
  expect(await beside(id)).toEqual([])
  expect(await beside(id, 'chiara')).toEqual(
    expect.arrayContaining(['Per le scuole', 'Della bottega', 'Suo', 'Chiesto', 'Nascosto']),
  )
})

test('is on the page of a claim that is going, and on no other', async () => {
  const { id } = await given.listing()
  await given.listing({ title: 'Porte' })
  const going = await given.claim({ listing_id: id, state: 'confirmed' })
  const waiting = await given.claim({ listing_id: id, claimant_id: 'gina' })
  const page = async (who: Neighbour, claimId: string) =>
    (await claimPage({ request: await signedInRequest(who, '/'), params: { claimId }, context })).beside
  expect(await page('bruno', going.id)).toMatchObject([{ title: 'Porte' }])
  expect(await page('ada', going.id)).toEqual([])
  expect(await page('gina', waiting.id)).toEqual([])
})
