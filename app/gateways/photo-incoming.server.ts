import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { photoLimits } from '#app/domain/listings/photo.ts'
import { isRefusal, type Refusal, refused } from '#app/domain/refusal.ts'
import { photosFolder } from './photo-store.server.ts'

/** A request's body, or a file's stream. */
export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>> | null

/** Where uploads lie while they arrive and are looked at. */
export const incomingFolder = () => resolve(photosFolder(), 'incoming')

/**
 * Lets `use` have the bytes as a file, which is gone afterwards whatever happens. They go to disk as they come;
 * what is beyond the limit is read and dropped for a while, so that the sender hears the refusal and not a broken pipe.
 */
export async function receivePhoto<T>(
  bytes: Bytes,
  use: (path: string) => Promise<T>,
): Promise<T | Refusal<'photo-too-large'>> {
  await mkdir(incomingFolder(), { recursive: true })
  const path = resolve(incomingFolder(), randomUUID())
  try {
    return (await fill(path, bytes)) ? await use(path) : refused('photo-too-large')
  } finally {
    await rm(path, { force: true })
  }
}

/** False when there was more than a photo may have. */
async function fill(path: string, bytes: Bytes) {
  const file = await open(path, 'wx')
  try {
    let total = 0
    for await (const chunk of chunksOf(bytes)) {
      total += chunk.byteLength
      if (total <= photoLimits.bytes) await file.write(chunk)
      if (total > 4 * photoLimits.bytes) break
    }
    return total <= photoLimits.bytes
  } finally {
    await file.close()
  }
}

/** The files of a multipart form sent by a browser without scripts: all of them together weigh at most what one may. */
export async function filesInForm(request: Request): Promise<File[] | Refusal<'photo-too-large' | 'photo-damaged'>> {
  const form = await formWithFiles(request)
  if (isRefusal(form)) return form
  return form.getAll('photos').filter((entry) => entry instanceof File && entry.size > 0) as File[]
}

/** A form that may carry a photo among its fields, read no further than one photo may weigh. */
export async function formWithFiles(
  request: Request,
): Promise<FormData | Refusal<'photo-too-large' | 'photo-damaged'>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let total = 0
  try {
    for await (const chunk of chunksOf(request.body)) {
      total += chunk.byteLength
      if (total <= photoLimits.bytes + formOverhead) chunks.push(chunk)
      if (total > 4 * photoLimits.bytes) break
    }
    if (total > photoLimits.bytes + formOverhead) return refused('photo-too-large')
    const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' }
    return await new Response(new Blob(chunks), { headers }).formData()
  } catch {
    return refused('photo-damaged')
  }
}

const formOverhead = 100_000

async function* chunksOf(bytes: Bytes) {
  const reader = bytes?.getReader()
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) yield next.value
  } finally {
    await reader?.cancel()
  }
}
