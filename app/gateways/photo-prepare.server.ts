import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp, { type Metadata } from 'sharp'
import { type PhotoFacts, type PhotoFlaw, type PhotoPlace, photoLimits } from '#app/domain/listings/photo.ts'
import { isRefusal, type Refusal, refused } from '#app/domain/refusal.ts'
import { heicPixels } from './photo-heic.server.ts'
import { climbDown, type Rung } from './photo-ladder.server.ts'
import { placeInExif } from './photo-place.server.ts'
import { inTurn } from './photo-queue.server.ts'

export type PreparedPhoto = { facts: PhotoFacts; rungs: Rung[]; place: PhotoPlace | undefined }

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/heif'])

/**
 * The file at `path` as Rimessa keeps photos: upright, sRGB, 320 to 1920 px wide WebP, nothing in it but pixels.
 * Its name is the hash of its largest size, so the same picture is kept once. Refuses what is not a whole photo.
 */
export function preparePhoto(path: string): Promise<PreparedPhoto | Refusal<PhotoFlaw>> {
  return inTurn(async () => {
    const header = await inspect(path)
    if (isRefusal(header)) return header
    try {
      const picture = await open(path, header)
      if (!picture) return refused('photo-damaged')
      const { rungs, thumbhash } = await climbDown(picture)
      return { facts: { ...named(rungs), thumbhash }, rungs, place: placeInExif(header.exif) }
    } catch {
      return refused('photo-damaged')
    }
  })
}

/** Judges a file by its first bytes and its header, before a single pixel is decoded. */
async function inspect(path: string): Promise<Metadata | Refusal<PhotoFlaw>> {
  if ((await stat(path)).size > photoLimits.bytes) return refused('photo-too-large')
  const mime = (await sniff(path)) ?? ''
  if (!accepted.has(mime)) return refused(mime.startsWith('image/') ? 'photo-type' : 'photo-not-a-photo')
  try {
    const header = await sharp(path, { limitInputPixels: false }).metadata()
    return header.width * header.height > photoLimits.pixels ? refused('photo-too-many-pixels') : header
  } catch {
    return refused('photo-damaged')
  }
}

async function sniff(path: string) {
  try {
    return (await fileTypeFromFile(path))?.mime
  } catch {
    return undefined
  }
}

async function open(path: string, header: Metadata) {
  if (header.compression !== 'hevc') return sharp(path, { limitInputPixels: photoLimits.pixels, failOn: 'truncated' })
  const heic = await heicPixels(path)
  return heic && sharp(heic.data, { raw: { width: heic.width, height: heic.height, channels: 4 } })
}

function named(rungs: readonly Rung[]) {
  const largest = rungs.reduce((a, b) => (b.width > a.width ? b : a))
  const hash = createHash('sha256').update(largest.bytes).digest('hex').slice(0, 32)
  return { hash, width: largest.width, height: largest.height }
}
