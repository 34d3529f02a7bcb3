import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { type ListingPhoto, movedPhoto } from '#app/domain/listings/photo.ts'
import { sendFields, type Trouble } from './photo-picker-send.ts'

export type Asked = Promise<Trouble | undefined>

/** The listing's photos as they will stand: each change shows at once, goes to the server, and is taken back if refused. */
export function usePhotos(listingUrl: string, stored: readonly ListingPhoto[]) {
  const [photos, setPhotos] = useState(stored)
  const [seen, setSeen] = useState(stored)
  const { revalidate } = useRevalidator()
  if (seen !== stored) {
    setSeen(stored)
    setPhotos(stored)
  }

  async function ask(next: readonly ListingPhoto[], url: string, fields: Record<string, string>): Asked {
    const before = photos
    setPhotos(next)
    const trouble = await sendFields(`${listingUrl}/${url}`, fields)
    if (trouble === undefined) return undefined
    setPhotos(before)
    revalidate()
    return trouble
  }

  function add(photo: ListingPhoto) {
    setPhotos((all) => (all.some(({ id }) => id === photo.id) ? all : [...all, photo]))
  }

  function move(photo: ListingPhoto, by: number) {
    const ids = movedPhoto(
      photos.map(({ id }) => id),
      photo.id,
      by,
    )
    const next = ids.flatMap((id) => photos.find((each) => each.id === id) ?? [])
    return ask(next, 'photo-order', { order: ids.join(',') })
  }

  function remove(photo: ListingPhoto) {
    return ask(
      photos.filter(({ id }) => id !== photo.id),
      `photos/${photo.id}/removal`,
      {},
    )
  }

  function describe(photo: ListingPhoto, alt: string) {
    const next = photos.map((each) => (each.id === photo.id ? { ...each, alt } : each))
    return ask(next, `photos/${photo.id}/description`, { alt })
  }

  return { photos, add, move, remove, describe }
}
