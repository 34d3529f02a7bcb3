import { useRef, useState } from 'react'
import { type ListingPhoto, type PhotoPlace, photoLimits } from '#app/domain/listings/photo.ts'
import { sendPhoto, type Trouble } from './photo-picker-send.ts'

/** A file on its way. At 1 it has arrived, and the server is at work on it. */
export type Upload = {
  key: number
  file: File
  preview: string
  progress: number | undefined
  trouble: Trouble | undefined
}

type Kept = (photo: ListingPhoto, file: File, gps: PhotoPlace | undefined) => void
type Failed = (file: File, trouble: Trouble) => void

/**
 * The files between the member's hand and the listing, each with its progress, failures kept for another try.
 * One after the other: sent together, the smallest would arrive first and become the cover.
 */
export function useUploads(url: string, onKept: Kept, onFailed: Failed) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const last = useRef(Promise.resolve())

  function change(key: number, news: Partial<Upload>) {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...news } : upload)))
  }

  async function send(upload: Upload) {
    const { key, file } = upload
    change(key, { progress: 0 })
    const tooLarge = file.size > photoLimits.bytes
    const sent = tooLarge
      ? { refused: 'photo-too-large' as const }
      : await sendPhoto(url, file, (progress) => change(key, { progress }))
    if ('refused' in sent) {
      change(key, { trouble: sent.refused, progress: undefined })
      return onFailed(file, sent.refused)
    }
    drop(upload)
    onKept(sent.photo, file, sent.gps)
  }

  function add(files: readonly File[]) {
    const fresh = files.map((file) => ({
      key: nextKey(),
      file,
      preview: URL.createObjectURL(file),
      progress: undefined,
      trouble: undefined,
    }))
    setUploads((all) => [...all, ...fresh])
    for (const upload of fresh) queue(upload)
  }

  function retry(upload: Upload) {
    change(upload.key, { trouble: undefined })
    queue(upload)
  }

  function queue(upload: Upload) {
    last.current = last.current.then(() => send(upload))
  }

  function drop({ key, preview }: Upload) {
    URL.revokeObjectURL(preview)
    setUploads((all) => all.filter((upload) => upload.key !== key))
  }

  return { uploads, add, retry, drop }
}

let key = 0
function nextKey() {
  key += 1
  return key
}
