import { readdir, readFile, rm } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { photosOf } from '#app/domain/listings/photos.read.server.ts'
import { photosFolder } from '#app/gateways/photo-store.server.ts'
import { action as order } from '#app/routes/listings.$listingId_.photo-order/route.ts'
import { loader, action as upload } from '#app/routes/listings.$listingId_.photos/route.ts'
import { action as describe } from '#app/routes/listings.$listingId_.photos_.$photoId.description/route.ts'
import { action as remove } from '#app/routes/listings.$listingId_.photos_.$photoId.removal/route.ts'
import { photoFixture, plainJpeg } from '../support/photos.ts'
import { context, db, freshWorld, given, posted, signedInRequest } from '../support/world.ts'

let listingId: string
beforeEach(async () => {
  await freshWorld()
  await rm(photosFolder(), { recursive: true, force: true })
  listingId = (await given.listing({ state: 'draft' })).id
})

const page = { Accept: 'text/html,application/xhtml+xml' }

async function send(body: BodyInit, { member = 'ada', headers = {} }: { member?: string; headers?: HeadersInit } = {}) {
  const request = await signedInRequest(member, `/listings/${listingId}/photos`, { method: 'POST', body, headers })
  return upload({ request, params: { listingId }, context })
}

const bytesOf = async (name: string) => new Uint8Array(await readFile(photoFixture(name)))
const sendFile = async (name: string) => send(await bytesOf(name))
const shown = () => photosOf(db, listingId)
const onDisk = async () => {
  const names = await readdir(photosFolder(), { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.webp'))
}

async function touch(act: typeof order, at: string, fields: Record<string, string>, headers: HeadersInit = {}) {
  const photoId = /photos\/([^/]+)/.exec(at)?.[1] ?? ''
  const request = await signedInRequest('ada', `/listings/${listingId}/${at}`, { ...posted(fields), headers })
  return act({ request, params: { listingId, photoId }, context })
}

test('a photo sent as it is becomes a row and its files', async () => {
  const reply = await sendFile('boards.jpg')
  expect(reply.status).toBe(200)
  const { photo, gps } = await reply.json()
  expect(photo).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{32}$/), width: 800, height: 600, alt: '' })
  expect(gps).toBeUndefined()
  expect(await shown()).toEqual([photo])
  expect(await onDisk()).toHaveLength(4)
})

test('where a photo was taken is told to its uploader and written nowhere', async () => {
  const reply = await sendFile('boards-gps.heic')
  expect((await reply.json()).gps).toEqual({ latitude_e6: 41_938_000, longitude_e6: 12_529_700 })
  const everything = [
    await db.selectFrom('photos').selectAll().execute(),
    await db.selectFrom('listing_events').selectAll().execute(),
    await db.selectFrom('listings').selectAll().execute(),
  ]
  expect(JSON.stringify(everything)).not.toMatch(/41[.,]?938|12[.,]?529/)
})

test.each([
  ['Ecco le tavole', 'photo-not-a-photo'],
  ['', 'photo-not-a-photo'],
  [new Uint8Array(25_000_001), 'photo-too-large'],
] as const)('what is not a photo is answered with a reason and leaves nothing (%#)', async (body, refused) => {
  const reply = await send(body)
  expect([reply.status, await reply.json()]).toEqual([422, { refused }])
  expect([await shown(), await onDisk()]).toEqual([[], []])
})

test('the eleventh photo is refused and its files are gone again', async () => {
  for (let n = 0; n < 10; n += 1) await send(await plainJpeg(`rgb(${n * 20}, 90, 90)`, 64, 48))
  const reply = await sendFile('boards.jpg')
  expect([reply.status, await reply.json()]).toEqual([409, { refused: 'too-many-photos' }])
  expect(await onDisk()).toHaveLength(40)
})

test("a stranger's lot does not exist for whoever sends photos to it", async () => {
  await expect(send('x', { member: 'bruno' })).rejects.toMatchObject({ init: { status: 404 } })
  await expect(send('x', { member: 'dario' })).rejects.toMatchObject({ init: { status: 404 } })
})

test('without scripts a form brings several at once, and goes back to the lot', async () => {
  const form = new FormData()
  for (const name of ['boards.jpg', 'tins.png']) form.append('photos', new File([await bytesOf(name)], name))
  const reply = await send(form, { headers: page })
  expect([reply.status, reply.headers.get('Location')]).toEqual([303, `/listings/${listingId}/edit#photos`])
  expect(await shown()).toHaveLength(2)
})

test('without scripts the good ones of a form stay, and the address says what was wrong with the other', async () => {
  const form = new FormData()
  form.append('photos', new File(['una lettera'], 'lettera.jpg'))
  form.append('photos', new File([await bytesOf('tins.png')], 'tins.png'))
  const reply = await send(form, { headers: page })
  expect(reply.headers.get('Location')).toBe(`/listings/${listingId}/edit?photo_refused=photo-not-a-photo#photos`)
  expect(await shown()).toHaveLength(1)
  const empty = await send(new FormData(), { headers: page })
  expect(empty.headers.get('Location')).toContain('photo_refused=photo-not-a-photo')
})

test('photos are described, put in order and taken away, with scripts and without', async () => {
  await sendFile('boards.jpg')
  await sendFile('tins.png')
  const [boards, tins] = await shown()
  const [first, second] = [boards?.id ?? '', tins?.id ?? '']
  const told = await touch(describe, `photos/${first}/description`, { alt: 'Tavole' })
  expect(await told.json()).toEqual({ alt: 'Tavole' })
  const ordered = await touch(order, 'photo-order', { order: `${second},${first}` }, page)
  expect(ordered.headers.get('Location')).toBe(`/listings/${listingId}/edit#photos`)
  expect((await shown()).map(({ id, alt }) => `${id} ${alt}`)).toEqual([`${second} `, `${first} Tavole`])
  const stale = await touch(order, 'photo-order', { order: second })
  expect([stale.status, await stale.json()]).toEqual([409, { refused: 'photo-order-stale' }])

  await touch(remove, `photos/${second}/removal`, {})
  expect((await shown()).map(({ id }) => id)).toEqual([first])
  expect(await onDisk()).toHaveLength(4)
})

test('a picture shown by two lots outlives one of them', async () => {
  await sendFile('boards.jpg')
  const [mine] = await shown()
  const other = await given.listing({ state: 'draft' })
  const init = { method: 'POST', body: await bytesOf('boards.jpg') }
  const request = await signedInRequest('ada', `/listings/${other.id}/photos`, init)
  await upload({ request, params: { listingId: other.id }, context })
  await touch(remove, `photos/${mine?.id}/removal`, {})
  expect(await onDisk()).toHaveLength(4)
})

test('whoever opens the address of the uploads lands on the form', async () => {
  const request = await signedInRequest('ada', `/listings/${listingId}/photos`)
  const reply = await loader({ request, params: { listingId }, context })
  expect(reply.headers.get('Location')).toBe(`/listings/${listingId}/edit#photos`)
})
