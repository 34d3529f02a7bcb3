import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { photoLimits } from '#app/domain/listings/photo.ts'
import { alone } from './photo-queue.server.ts'

export type Pixels = { width: number; height: number; data: Uint8ClampedArray }

const bounds = { maxPixels: photoLimits.pixels, maxMemoryBytes: 768 * 1024 * 1024, milliseconds: 45_000 }

/**
 * RGBA pixels of a HEIC file, turned upright. libvips cannot decode HEVC, so libheif does, compiled to WebAssembly,
 * in a thread that is stopped when it takes too long. One at a time: 48 megapixels take half a gigabyte.
 * Undefined when the file cannot be decoded within the bounds.
 */
export function heicPixels(path: string): Promise<Pixels | undefined> {
  return alone('heic', () => decode(path))
}

async function decode(path: string) {
  const bytes = new Uint8Array(await readFile(path))
  const worker = new Worker(workerFile, {
    workerData: { bytes, ...bounds },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    stdout: true,
    stderr: true,
  })
  const answer = new Promise<Pixels | undefined>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
  const timer = setTimeout(() => void worker.terminate(), bounds.milliseconds)
  const pixels = await answer
  clearTimeout(timer)
  await worker.terminate()
  return pixels
}

// Found through package.json's imports, so that it is the same file from the sources and from the server's bundle.
const workerFile = createRequire(import.meta.url).resolve('#app/gateways/photo-heic-worker.server.mjs')
