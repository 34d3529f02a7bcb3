import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { photoWidths } from '#app/domain/listings/photo.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { receivePhoto } from '#app/gateways/photo-incoming.server.ts'
import { preparePhoto } from '#app/gateways/photo-prepare.server.ts'
import { keepPhoto } from '#app/gateways/photo-store.server.ts'
import { median, print, rate } from './figure.ts'

const run_ = promisify(execFile)
const rounds = 3
const atOnce = 2

/** Photos per second from an upload's first byte to four files on disk, in turns with vipsthumbnail making the same files. */
export async function run() {
  const folder = await mkdtemp(join(tmpdir(), 'rimessa-bench-'))
  process.env['DATA_DIR'] = folder
  try {
    const files = await photographs(folder)
    const hasVips = await run_('vipsthumbnail', ['--vips-version']).then(
      () => true,
      () => false,
    )
    if (!hasVips) console.error('vipsthumbnail is not here to compare with: apt-get install libvips-tools')
    await rate(files, atOnce, throughPipeline)
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await rate(files, atOnce, throughPipeline))
      if (hasVips) theirs.push(await rate(files, atOnce, throughVips))
    }
    const limit = hasVips ? median(theirs) : null
    print({
      name: 'photos-12mp',
      value: median(ours),
      unit: 'photos/s',
      limit,
      detail: { rounds, at_once: atOnce, jpeg_bytes: (await stat(files[0] ?? '')).size },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Streamed in, sniffed, read for its place, turned, shrunk four times, hashed, written and synced. */
async function throughPipeline(path: string) {
  const outcome = await receivePhoto(new Blob([new Uint8Array(await readFile(path))]).stream(), async (incoming) => {
    const photo = await preparePhoto(incoming)
    return isRefusal(photo)
      ? photo
      : keepPhoto(
          photo,
          async () => photo.facts,
          async () => true,
        )
  })
  if (isRefusal(outcome)) throw new Error(outcome.refused)
}

/** As its manual has it: one call per size, each from the original, same quality and effort, metadata stripped. */
async function throughVips(path: string) {
  for (const width of photoWidths) {
    await run_('vipsthumbnail', [
      path,
      '-s',
      `${width}x${2 * width}>`,
      '-o',
      `${path}-${width}.webp[Q=75,effort=4,strip]`,
    ])
  }
}

/** Six different twelve-megapixel JPEGs of about 2.6 MB: a rendered lot under a camera's grain. */
async function photographs(folder: string) {
  const [width, height] = [4000, 3000]
  const grain = { type: 'gaussian', mean: 128, sigma: 34 } as const
  const noise = await sharp({ create: { width, height, channels: 3, background: 'black', noise: grain } })
    .blur(0.6)
    .jpeg({ quality: 95 })
    .toBuffer()
  const names = ['boards-1a', 'beams-1a', 'bricks-1a', 'door-1a', 'pallets-1a', 'crates-1a']
  const files: string[] = []
  for (const name of names) {
    const lot = await sharp(`scripts/demo/photos/${name}.webp`).resize(width, height, { fit: 'cover' }).toBuffer()
    const path = join(folder, `${name}.jpg`)
    await writeFile(
      path,
      await sharp(lot)
        .composite([{ input: noise, blend: 'soft-light' }])
        .jpeg({ quality: 91 })
        .withExif({ IFD0: { Make: 'Rimessa' } })
        .toBuffer(),
    )
    files.push(path)
  }
  return files
}
