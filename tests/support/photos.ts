import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import type { PhotoFlaw } from '#app/domain/listings/photo.ts'
import { isRefusal, type Refusal } from '#app/domain/refusal.ts'
import { type PreparedPhoto, preparePhoto } from '#app/gateways/photo-prepare.server.ts'

/** A real file of tests/support/photo-files. */
export function photoFixture(name: string) {
  return resolve('tests/support/photo-files', name)
}

/** These bytes as an upload would lie on disk, under a name that says nothing. */
export async function fileOf(bytes: Uint8Array | string) {
  const folder = join(process.env['DATA_DIR'] ?? 'data', 'uploads')
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  await writeFile(path, bytes)
  return path
}

/** Prepares a photo that must be fine. */
export async function prepared(path: string): Promise<PreparedPhoto> {
  const photo: PreparedPhoto | Refusal<PhotoFlaw> = await preparePhoto(path)
  if (isRefusal(photo)) throw new Error(`${path}: ${photo.refused}`)
  return photo
}

/** A one-colour picture of the size, as a JPEG: different colours make different photos. */
export async function plainJpeg(background: string, width = 400, height = 300) {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  )
}

/** The colour at a point, given as parts of width and height: 'red', 'green', 'blue', 'white' or what it is. */
export async function colourAt(picture: Uint8Array, across: number, down: number) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(down * info.height) * info.width + Math.floor(across * info.width)) * info.channels
  const bright = [...data.subarray(at, at + 3)].map((value) => (value > 128 ? 1 : 0)).join('')
  return { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' }[bright] ?? bright
}
