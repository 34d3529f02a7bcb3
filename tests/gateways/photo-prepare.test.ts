import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { colourAt, fileOf, photoFixture, plainJpeg, prepared } from '../support/photos.ts'

const largest = async (name: string) => (await prepared(photoFixture(name))).rungs[0]?.bytes ?? new Uint8Array()

test.each(['boards.jpg', 'tins.png', 'tins.webp', 'door.avif', 'boards-gps.heic'])(
  '%s becomes four WebP files',
  async (name) => {
    const { rungs } = await prepared(photoFixture(name))
    expect(rungs.map((rung) => rung.name)).toEqual([1920, 1280, 640, 320])
    for (const { bytes, width, height } of rungs)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height })
  },
)

test.each(['boards-rotated.jpg', 'beams-gps.jpg', 'boards-gps.heic', 'tins.webp', 'corners-rotated.heic'])(
  'nothing but pixels is left of %s',
  async (name) => {
    const source = await sharp(photoFixture(name)).metadata()
    expect(source.exif, 'the file has something to lose').toBeDefined()
    const { rungs } = await prepared(photoFixture(name))
    for (const { bytes } of rungs) {
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({})
      expect(bytes.includes('EXIF') || bytes.includes('XMP ') || bytes.includes('Rimessa')).toBe(false)
    }
  },
)

test('the names of makers and people go with the metadata', async () => {
  expect((await readFile(photoFixture('beams-gps.jpg'))).includes('Ada Conti')).toBe(true)
  expect(Buffer.from(await largest('beams-gps.jpg')).includes('Ada Conti')).toBe(false)
})

test.each(['corners-rotated.jpg', 'corners.heic', 'corners-rotated.heic'])(
  '%s stands upright: red and green above, blue below',
  async (name) => {
    const picture = await largest(name)
    expect(await sharp(picture).metadata()).toMatchObject({ width: 240, height: 160 })
    expect(
      await Promise.all([
        colourAt(picture, 0.1, 0.1),
        colourAt(picture, 0.9, 0.1),
        colourAt(picture, 0.1, 0.9),
        colourAt(picture, 0.9, 0.9),
      ]),
    ).toEqual(['red', 'green', 'blue', 'white'])
  },
)

test.each(['beams-gps.jpg', 'boards-gps.heic', 'tins.webp'])(
  '%s tells its uploader where it was taken, to the micro-degree',
  async (name) => {
    expect((await prepared(photoFixture(name))).place).toEqual({ latitude_e6: 41_938_000, longitude_e6: 12_529_700 })
  },
)

test('a photo without a position suggests none', async () => {
  expect((await prepared(photoFixture('boards.jpg'))).place).toBeUndefined()
})

test('a large photo comes down to 1920, and each size halves about', async () => {
  const { rungs, facts } = await prepared(await fileOf(await plainJpeg('#876', 4000, 3000)))
  expect(rungs.map(({ width, height }) => [width, height])).toEqual([
    [1920, 1440],
    [1280, 960],
    [640, 480],
    [320, 240],
  ])
  expect(facts).toMatchObject({ width: 1920, height: 1440 })
})

test('an upright photo keeps the widths it is asked for by', async () => {
  const { rungs } = await prepared(await fileOf(await plainJpeg('#876', 3000, 4000)))
  expect(rungs.map(({ width, height }) => [width, height])).toEqual([
    [1920, 2560],
    [1280, 1707],
    [640, 854],
    [320, 427],
  ])
})

test('a small photo is never enlarged: the larger names answer with the same bytes', async () => {
  const { rungs } = await prepared(photoFixture('boards.jpg'))
  expect(rungs.map(({ width }) => width)).toEqual([800, 800, 640, 320])
  expect(rungs[0]?.bytes).toBe(rungs[1]?.bytes)
})

test('a mile of chimney fits a box twice as tall as wide', async () => {
  const { rungs } = await prepared(await fileOf(await plainJpeg('#654', 400, 12_000)))
  expect(rungs.map(({ name, height }) => height <= 2 * name)).toEqual([true, true, true, true])
})

test('the same picture has the same name, another has another', async () => {
  const [first, again, other] = await Promise.all([
    prepared(photoFixture('boards.jpg')),
    prepared(photoFixture('boards.jpg')),
    prepared(photoFixture('tins.png')),
  ])
  expect(first.facts.hash).toMatch(/^[0-9a-f]{32}$/)
  expect(again.facts).toEqual(first.facts)
  expect(other.facts.hash).not.toBe(first.facts.hash)
})

test('the placeholder is a thumbhash of a few bytes', async () => {
  const { facts } = await prepared(photoFixture('boards.jpg'))
  expect(Buffer.from(facts.thumbhash, 'base64').length).toBeLessThan(30)
})

test('grey, transparent and sixteen-bit pictures become plain photos', async () => {
  const grey = await sharp(photoFixture('boards.jpg')).greyscale().jpeg().toBuffer()
  const clear = await sharp({
    create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const deep = await sharp(photoFixture('tins.png')).toColourspace('rgb16').png().toBuffer()
  for (const bytes of [grey, clear, deep]) {
    const { rungs } = await prepared(await fileOf(bytes))
    expect(await sharp(rungs[0]?.bytes).metadata()).toMatchObject({ format: 'webp', depth: 'uchar', hasAlpha: false })
  }
  expect(await colourAt((await prepared(await fileOf(clear))).rungs[0]?.bytes ?? clear, 0.5, 0.5)).toBe('white')
})
