import { beforeEach, expect, test } from 'vitest'
import { addPhoto } from '#app/domain/listings/add-photo.server.ts'
import { describePhoto } from '#app/domain/listings/describe-photo.server.ts'
import { movedPhoto } from '#app/domain/listings/photo.ts'
import { isPhotoUsed, photosInUse, photosOf } from '#app/domain/listings/photos.read.server.ts'
import { removePhoto } from '#app/domain/listings/remove-photo.server.ts'
import { reorderPhotos } from '#app/domain/listings/reorder-photos.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour } from '../support/world.ts'

beforeEach(freshWorld)

const facts = (n: number) => ({
  hash: n.toString(16).padStart(32, '0'),
  width: 1920,
  height: 1440,
  thumbhash: 'aQgODYJ/',
})
const draft = async () => (await given.listing({ state: 'draft' })).id
const add = (id: string, n: number, who: Neighbour = 'ada') =>
  write(db, (trx) => addPhoto(trx, actOf(who), id, facts(n)))
const remove = (id: string, photo: string, who: Neighbour = 'ada') =>
  write(db, (trx) => removePhoto(trx, actOf(who), id, photo))
const reorder = (id: string, ids: string[], who: Neighbour = 'ada') =>
  write(db, (trx) => reorderPhotos(trx, actOf(who), id, ids))
const describe = (id: string, photo: { id: string; alt: string }, who: Neighbour = 'ada') =>
  write(db, (trx) => describePhoto(trx, actOf(who), id, photo))
const shown = async (id: string) => (await photosOf(db, id)).map(({ hash }) => Number.parseInt(hash, 16))
const events = async () =>
  (await db.selectFrom('listing_events').select('kind').orderBy('id').execute()).map(({ kind }) => kind)

async function withPhotos(count: number, state: 'draft' | 'live' = 'draft') {
  const { id } = await given.listing({ state })
  for (let n = 1; n <= count; n += 1) await add(id, n)
  return { id, ids: (await photosOf(db, id)).map((photo) => photo.id) }
}

test('photos stand in the order they came, the first is the cover', async () => {
  const { id } = await withPhotos(3)
  expect(await shown(id)).toEqual([1, 2, 3])
  expect(await events()).toEqual(['photo_added', 'photo_added', 'photo_added'])
})

test('the same picture twice stays one photo', async () => {
  const { id, ids } = await withPhotos(2)
  expect(await add(id, 1)).toMatchObject({ photo: { id: ids[0] } })
  expect(await shown(id)).toEqual([1, 2])
})

test('the eleventh photo is refused, and ten may be sent at once', async () => {
  const id = await draft()
  const outcomes = await Promise.all(Array.from({ length: 14 }, (_, n) => add(id, n + 1)))
  expect(outcomes.filter(isRefusal)).toEqual(Array.from({ length: 4 }, () => ({ refused: 'too-many-photos' })))
  const positions = await db.selectFrom('photos').select('position').orderBy('position').execute()
  expect(positions.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('only the donor touches the photos of a lot, coordinators and admins included', async () => {
  const { id, ids } = await withPhotos(2)
  const [first = '', second = ''] = ids
  for (const who of ['bruno', 'dario', 'elena'] as const) {
    expect(await add(id, 9, who)).toEqual({ refused: 'not-yours' })
    expect(await remove(id, first, who)).toEqual({ refused: 'not-yours' })
    expect(await reorder(id, [second, first], who)).toEqual({ refused: 'not-yours' })
    expect(await describe(id, { id: first, alt: 'x' }, who)).toEqual({ refused: 'not-yours' })
  }
  expect(await shown(id)).toEqual([1, 2])
})

test('a colleague photographs what their organisation gives', async () => {
  const { id } = await given.listing({ state: 'draft', donor_id: 'ada', organisation_id: 'edilferro' })
  expect(await add(id, 1, 'ivo')).toMatchObject({ photo: { hash: facts(1).hash } })
})

test('a closed lot keeps the photos it had', async () => {
  const { id, ids } = await withPhotos(2, 'live')
  await db.updateTable('listings').set({ state: 'closed', closed_reason: 'withdrawn' }).where('id', '=', id).execute()
  expect(await add(id, 3)).toEqual({ refused: 'listing-closed' })
  expect(await remove(id, ids[0] ?? '')).toEqual({ refused: 'listing-closed' })
})

test('taking a photo away closes the gap and tells which picture it was', async () => {
  const { id, ids } = await withPhotos(3)
  expect(await remove(id, ids[0] ?? '')).toEqual({ hash: facts(1).hash })
  expect(await shown(id)).toEqual([2, 3])
  await add(id, 4)
  expect(await shown(id)).toEqual([2, 3, 4])
  expect(await remove(id, ids[0] ?? '')).toEqual({ refused: 'photo-gone' })
})

test('a lot on show keeps one photo at least, a draft need not', async () => {
  const live = await withPhotos(1, 'live')
  expect(await remove(live.id, live.ids[0] ?? '')).toEqual({ refused: 'last-photo' })
  const drafted = await withPhotos(1)
  expect(await remove(drafted.id, drafted.ids[0] ?? '')).toEqual({ hash: facts(1).hash })
})

test('a new order is kept, and a new cover is written down', async () => {
  const { id, ids } = await withPhotos(3)
  expect(isRefusal(await reorder(id, ids.toReversed()))).toBe(false)
  expect(await shown(id)).toEqual([3, 2, 1])
  expect((await events()).at(-1)).toBe('cover_changed')
})

test('an order made of other photos is refused whole', async () => {
  const { id, ids } = await withPhotos(3)
  const [a = '', b = ''] = ids
  const other = await withPhotos(1)
  for (const stale of [[a, b], [a, b, b], [a, b, other.ids[0] ?? ''], []])
    expect(await reorder(id, stale)).toEqual({ refused: 'photo-order-stale' })
  expect(await shown(id)).toEqual([1, 2, 3])
})

test('the words for a photo are trimmed and cut to two hundred characters', async () => {
  const { id, ids } = await withPhotos(1)
  expect(await describe(id, { id: ids[0] ?? '', alt: '  Tavole\n di abete ' })).toEqual({ alt: 'Tavole di abete' })
  await describe(id, { id: ids[0] ?? '', alt: 'x'.repeat(500) })
  expect((await photosOf(db, id))[0]?.alt).toHaveLength(200)
  expect(await describe(id, { id: 'nobody', alt: 'x' })).toEqual({ refused: 'photo-gone' })
})

test("another lot's photo cannot be reached through one's own", async () => {
  const hers = await withPhotos(2)
  const his = await given.listing({ donor_id: 'bruno', state: 'draft' })
  expect(await remove(his.id, hers.ids[0] ?? '', 'bruno')).toEqual({ refused: 'photo-gone' })
  expect(await describe(his.id, { id: hers.ids[0] ?? '', alt: 'mine' }, 'bruno')).toEqual({ refused: 'photo-gone' })
})

test("a picture is in use while a lot, a lot's weight or a weighing shows it", async () => {
  const { id } = await withPhotos(1)
  const scale = 'f'.repeat(32)
  await db.updateTable('listings').set({ weight_photo_hash: scale }).where('id', '=', id).execute()
  expect(await photosInUse(db)).toEqual(new Set([facts(1).hash, scale]))
  expect([
    await isPhotoUsed(db, facts(1).hash),
    await isPhotoUsed(db, scale),
    await isPhotoUsed(db, facts(2).hash),
  ]).toEqual([true, true, false])
})

test.each([
  ['b', -1, 'bacd'],
  ['b', 1, 'acbd'],
  ['d', -3, 'dabc'],
  ['a', -1, 'abcd'],
  ['d', 1, 'abcd'],
  ['x', 1, 'abcd'],
  ['c', -99, 'cabd'],
])('moving %s by %i makes %s', (id, by, order) => {
  expect(movedPhoto(['a', 'b', 'c', 'd'], id, by).join('')).toBe(order)
})
