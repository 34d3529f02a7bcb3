import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { filesInForm, incomingFolder, receivePhoto } from '#app/gateways/photo-incoming.server.ts'
import type { PreparedPhoto } from '#app/gateways/photo-prepare.server.ts'
import { inTurn } from '#app/gateways/photo-queue.server.ts'
import { forgetPhoto, keepPhoto, photoFile, photosFolder } from '#app/gateways/photo-store.server.ts'
import { sweepPhotos } from '#app/gateways/photo-sweep.server.ts'
import { photoFixture, prepared } from '../support/photos.ts'

let boards: PreparedPhoto
beforeEach(async () => {
  await rm(photosFolder(), { recursive: true, force: true })
  boards ??= await prepared(photoFixture('boards.jpg'))
})

const onDisk = async () =>
  (await readdir(photosFolder(), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
const names = (hash: string) => [320, 640, 1280, 1920].map((width) => `${hash}-${width}.webp`).toSorted()
const yes = async () => true
const no = async () => false

test('a kept photo answers at four widths under its hash', async () => {
  await keepPhoto(boards, async () => ({ photo: 'row' }), yes)
  expect(await onDisk()).toEqual(names(boards.facts.hash))
  const path = photoFile(`${boards.facts.hash}-320.webp`) ?? ''
  expect(await readFile(path)).toEqual(boards.rungs.at(-1)?.bytes)
})

test('names that are equal bytes are one file on disk', async () => {
  await keepPhoto(boards, async () => ({}), yes)
  const [large, larger] = await Promise.all(
    [1280, 1920].map((width) => stat(photoFile(`${boards.facts.hash}-${width}.webp`) ?? '')),
  )
  expect(large?.ino).toBe(larger?.ino)
})

test('a photo whose row was refused leaves no file', async () => {
  expect(await keepPhoto(boards, async () => ({ refused: 'too-many-photos' }), no)).toEqual({
    refused: 'too-many-photos',
  })
  expect(await onDisk()).toEqual([])
})

test('a photo whose row failed leaves no file either', async () => {
  await expect(keepPhoto(boards, () => Promise.reject(new Error('the disk is full')), no)).rejects.toThrow(
    'the disk is full',
  )
  expect(await onDisk()).toEqual([])
})

test('the same picture kept and forgotten at once stays whole, whichever comes first', async () => {
  let rows = 1
  const isUsed = async () => rows > 0
  await keepPhoto(boards, async () => ({}), isUsed)
  const forget = () => {
    rows -= 1
    return forgetPhoto(boards.facts.hash, isUsed)
  }
  const insertRow = async () => {
    rows += 1
    return {}
  }
  const keep = () => keepPhoto(boards, insertRow, isUsed)
  await Promise.all([forget(), keep(), keep(), forget()])
  expect(rows).toBe(1)
  expect(await onDisk()).toEqual(names(boards.facts.hash))
})

test('a photo is forgotten only when nothing shows it', async () => {
  await keepPhoto(boards, async () => ({}), yes)
  await forgetPhoto(boards.facts.hash, yes)
  expect(await onDisk()).toHaveLength(4)
  await forgetPhoto(boards.facts.hash, no)
  expect(await onDisk()).toEqual([])
})

test('the sweep takes what a crash left behind, and nothing that is used or new', async () => {
  await keepPhoto(boards, async () => ({}), yes)
  const folder = join(photosFolder(), boards.facts.hash.slice(0, 2))
  const orphan = '0'.repeat(32)
  const left = [`${orphan}-320.webp`, `${boards.facts.hash}-640.webp.0f.part`]
  for (const name of left) await writeFile(join(folder, name), 'x')
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
  expect(await sweepPhotos(new Set(), anHourAgo), 'all of it is new').toBe(0)

  for (const name of await readdir(folder)) await utimes(join(folder, name), 0, 0)
  await writeFile(join(folder, `${'1'.repeat(32)}-320.webp`), 'arrived just now')
  expect(await sweepPhotos(new Set([boards.facts.hash]), '2026-01-01T00:00:00.000Z')).toBe(2)
  expect(await onDisk()).toEqual([...names(boards.facts.hash), `${'1'.repeat(32)}-320.webp`].toSorted())
})

test.each([
  '../../etc/passwd',
  'incoming/x',
  `${'a'.repeat(32)}-320.webp.part`,
  `${'A'.repeat(32)}-320.webp`,
  '%2e%2e',
])('%s is the name of no photo', (name) => {
  expect(photoFile(name)).toBeUndefined()
})

const stream = (chunks: number, size: number) => {
  let sent = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (out) => (sent++ < chunks ? out.enqueue(new Uint8Array(size)) : out.close()),
  })
}

test('an upload lies on disk while it is looked at, and is gone afterwards', async () => {
  const size = await receivePhoto(stream(10, 1000), async (path) => (await stat(path)).size)
  expect(size).toBe(10_000)
  expect(await readdir(incomingFolder())).toEqual([])
})

test('an upload that fails half way is gone too', async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (out) => out.error(new Error('the train went into a tunnel')),
  })
  await expect(receivePhoto(broken, async () => 'looked at')).rejects.toThrow('tunnel')
  expect(await readdir(incomingFolder())).toEqual([])
})

test('an upload beyond 25 MB is dropped unseen, and an endless one is hung up on', async () => {
  let wasLookedAt = false
  const look = async () => (wasLookedAt = true)
  expect(await receivePhoto(stream(26, 1_000_000), look)).toEqual({ refused: 'photo-too-large' })
  expect(await receivePhoto(stream(Infinity, 5_000_000), look)).toEqual({ refused: 'photo-too-large' })
  expect(wasLookedAt).toBe(false)
})

test('a plain form brings its files, and one that is too heavy or torn is refused', async () => {
  const send = (body: BodyInit, headers = {}) =>
    filesInForm(new Request('http://localhost/', { method: 'POST', body, headers }))
  const form = new FormData()
  form.append('photos', new File(['one'], 'tavole; cantina = 1.jpg'))
  form.append('photos', new File([], ''))
  expect(await send(form)).toMatchObject([{ size: 3 }])
  form.append('photos', new File([new Uint8Array(26_000_000)], 'big.jpg'))
  expect(await send(form)).toEqual({ refused: 'photo-too-large' })
  expect(await send('--x\r\nnonsense', { 'Content-Type': 'multipart/form-data; boundary=x' })).toEqual({
    refused: 'photo-damaged',
  })
})

test('two pictures are worked on at once, the rest wait their turn, and a failure frees its place', async () => {
  let now = 0
  let most = 0
  const work = async (fails: boolean) => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now -= 1
    if (fails) throw new Error('damaged')
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => inTurn(() => work(n % 3 === 0))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
  expect(most).toBe(2)
})
