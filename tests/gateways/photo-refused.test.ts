import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { preparePhoto } from '#app/gateways/photo-prepare.server.ts'
import { blankPng } from '../support/blank-png.ts'
import { fileOf, photoFixture, plainJpeg, prepared } from '../support/photos.ts'

const verdict = async (bytes: Uint8Array | string) => preparePhoto(await fileOf(bytes))
const boards = await readFile(photoFixture('boards.jpg'))

test.each([
  [
    'a drawing that calls itself a photo',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ],
  ['a drawing without its first line', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
  ['a page', '<!doctype html><title>Foto</title>'],
  ['a sentence', 'Ecco le tavole.'],
  ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj'],
  ['nothing at all', ''],
])('%s is not a photo', async (_what, text) => {
  expect(await verdict(text)).toEqual({ refused: 'photo-not-a-photo' })
})

test.each(['gif', 'tiff'] as const)('a %s is a picture, but not of a kind that is taken', async (kind) => {
  expect(await verdict(await sharp(photoFixture('tins.png')).toFormat(kind).toBuffer())).toEqual({
    refused: 'photo-type',
  })
})

test.each([0.02, 0.3, 0.6, 0.9])('a JPEG cut off after %s of its length is damaged', async (part) => {
  expect(await verdict(boards.subarray(0, boards.length * part))).toEqual({ refused: 'photo-damaged' })
})

test.each(['tins.png', 'tins.webp', 'door.avif', 'boards-gps.heic'])(
  'the first half of %s is damaged',
  async (name) => {
    const whole = await readFile(photoFixture(name))
    expect(await verdict(whole.subarray(0, whole.length / 2))).toEqual({ refused: 'photo-damaged' })
  },
)

test('a photo whose position is gibberish is still a photo', async () => {
  const broken = Buffer.from(await readFile(photoFixture('beams-gps.jpg')))
  broken.fill(0xff, broken.indexOf('Exif') + 14, broken.indexOf('Exif') + 40)
  expect((await prepared(await fileOf(broken))).place).toBeUndefined()
})

test('a photo with a page sewn to its end is only a photo afterwards', async () => {
  const { rungs } = await prepared(
    await fileOf(Buffer.concat([boards, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')])),
  )
  expect(rungs.some(({ bytes }) => bytes.includes('script') || bytes.includes('PK\u0003\u0004'))).toBe(false)
})

test('one byte beyond 25 MB is too large, before anything is decoded', async () => {
  expect(await verdict(new Uint8Array(25_000_001))).toEqual({ refused: 'photo-too-large' })
})

test('fifty megapixels are the most, by what the header says', async () => {
  expect(await verdict(blankPng(10_000, 5_001))).toEqual({ refused: 'photo-too-many-pixels' })
  expect(await verdict(await plainJpeg('#fff', 16_000, 3_200))).toEqual({ refused: 'photo-too-many-pixels' })
})

/** A JPEG of 400 × 300 whose header says 7,000 × 7,000: what is missing comes out grey. */
async function boastful() {
  const jpeg = Buffer.from(await plainJpeg('#987'))
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5
  jpeg.writeUInt16BE(7_000, frame)
  jpeg.writeUInt16BE(7_000, frame + 2)
  return fileOf(jpeg)
}

test.each([
  ['256 megapixels in 32 kB of PNG', () => fileOf(blankPng(16_000, 16_000)), 'photo-too-many-pixels'],
  ['81 megapixels in a HEIC that admits to 0.01', () => photoFixture('liar.heic'), 'photo-damaged'],
  ['49 megapixels of nothing, which is allowed', () => fileOf(blankPng(7_000, 7_000)), null],
  ['a header of 49 megapixels over the data of 0.1', boastful, null],
])('%s: answered in seconds and in a few hundred megabytes', async (_what, file, refused) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'tests/support/measure-photo.ts',
    await file(),
  ])
  const measured = JSON.parse(stdout)
  expect(measured.refused).toBe(refused)
  expect(measured.milliseconds).toBeLessThan(10_000)
  expect(measured.megabytes).toBeLessThan(400)
})
