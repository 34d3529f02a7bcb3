import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { photoWidths } from '#app/domain/listings/photo.ts'

/** One size of a picture: encoded, without any metadata. `name` is the width it answers to, `width` the one it has. */
export type Rung = { name: number; width: number; height: number; bytes: Buffer }

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } }

// libvips would hold on to pixels of pictures that nobody sends twice.
sharp.cache(false)

const webp = { quality: 75, effort: 4 }

/** Largest first. Decoded once; each size is drawn from the one above it, so the small ones cost next to nothing. */
export async function climbDown(picture: Sharp): Promise<{ rungs: Rung[]; thumbhash: string }> {
  const steps: { raw: Raw; names: number[] }[] = []
  let raw = await pixels(
    shrunk(picture.autoOrient().flatten({ background: 'white' }).toColourspace('srgb'), photoWidths.at(-1)),
  )
  for (const name of photoWidths.toReversed()) {
    const isAbove = name < raw.info.width || 2 * name < raw.info.height
    if (isAbove) raw = await pixels(shrunk(fromRaw(raw), name))
    if (isAbove || steps.length === 0) steps.push({ raw, names: [name] })
    else steps.at(-1)?.names.push(name)
  }
  const [rungs, thumbhash] = await Promise.all([Promise.all(steps.map(encoded)), thumb(raw)])
  return { rungs: rungs.flat(), thumbhash }
}

// A box twice as tall as wide: upright photos keep the width they are named after, and a mile of chimney stays a file.
function shrunk(picture: Sharp, width = 0) {
  return picture.resize(width, 2 * width, { fit: 'inside', withoutEnlargement: true })
}

function pixels(picture: Sharp) {
  return picture.timeout({ seconds: 30 }).raw().toBuffer({ resolveWithObject: true })
}

function fromRaw({ data, info: { width, height, channels } }: Raw) {
  return sharp(data, { raw: { width, height, channels } })
}

/** A picture smaller than a width answers to its name with the very same bytes. */
async function encoded({ raw, names }: { raw: Raw; names: number[] }): Promise<Rung[]> {
  const bytes = await fromRaw(raw).webp(webp).toBuffer()
  return names.map((name) => ({ name, width: raw.info.width, height: raw.info.height, bytes }))
}

async function thumb(raw: Raw) {
  const tiny = await fromRaw(raw)
    .resize(100, 100, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data)).toString('base64')
}
