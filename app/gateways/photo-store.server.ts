import { randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { photoWidths } from '#app/domain/listings/photo.ts'
import type { PreparedPhoto } from './photo-prepare.server.ts'
import { alone } from './photo-queue.server.ts'

/** The folder of all photos; read late, because tests and scripts choose their own. */
export function photosFolder() {
  return resolve(process.env['DATA_DIR'] ?? 'data', 'photos')
}

/** Where the file of `/photos/<name>` lies, if that can be the name of a photo. */
export function photoFile(name: string) {
  return /^[0-9a-f]{32}-\d{3,4}\.webp$/.test(name) ? resolve(photosFolder(), name.slice(0, 2), name) : undefined
}

/**
 * Writes the files, then lets `record` write the row that refers to them. If afterwards nothing refers to them,
 * because it refused or failed, they go again. Nobody else can keep or forget the same picture meanwhile.
 */
export function keepPhoto<Outcome>(
  photo: PreparedPhoto,
  record: () => Promise<Outcome>,
  isUsed: () => Promise<boolean>,
) {
  const { hash } = photo.facts
  return alone(hash, async () => {
    await writeRungs(photo)
    try {
      return await record()
    } finally {
      if (!(await isUsed())) await removeFiles(hash)
    }
  })
}

/** Removes a picture's files unless something still refers to it. */
export function forgetPhoto(hash: string, isUsed: () => Promise<boolean>) {
  return alone(hash, async () => {
    if (!(await isUsed())) await removeFiles(hash)
  })
}

/** True while a picture's files lie here, whether a row shows it or not. */
export async function isPhotoKept(hash: string) {
  const file = photoFile(`${hash}-${photoWidths[0]}.webp`)
  return (
    file !== undefined &&
    (await stat(file).then(
      (found) => found.isFile(),
      () => false,
    ))
  )
}

async function writeRungs({ facts, rungs }: PreparedPhoto) {
  const written = new Map<Buffer, string>()
  for (const { name, bytes } of rungs.toReversed()) {
    const target = rungPath(facts.hash, name)
    await mkdir(dirname(target), { recursive: true })
    await replace(target, (unfinished) => {
      const same = written.get(bytes)
      return same ? link(same, unfinished) : writeFile(unfinished, bytes, { flush: true })
    })
    written.set(bytes, target)
  }
}

// A reader finds the whole file or none; a crash leaves a name that the sweep knows.
async function replace(target: string, fill: (unfinished: string) => Promise<void>) {
  const unfinished = `${target}.${randomUUID()}.part`
  try {
    await fill(unfinished)
    await rename(unfinished, target)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function removeFiles(hash: string) {
  for (const width of photoWidths) await rm(rungPath(hash, width), { force: true })
}

function rungPath(hash: string, width: number) {
  return resolve(photosFolder(), hash.slice(0, 2), `${hash}-${width}.webp`)
}
