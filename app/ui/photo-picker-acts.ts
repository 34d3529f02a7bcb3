import { useState } from 'react'
import { type ListingPhoto, type PhotoPlace, photoLimits } from '#app/domain/listings/photo.ts'
import { usePaste } from './photo-picker-paste.ts'
import { type Asked, usePhotos } from './photo-picker-photos.ts'
import { toolId } from './photo-picker-tile.tsx'
import { useUploads } from './photo-picker-uploads.ts'
import { useT } from './use-t.tsx'

type Ask = {
  listingUrl: string
  stored: readonly ListingPhoto[]
  onPlace: ((place: PhotoPlace) => void) | undefined
  /** Where the focus rests when the button that had it is gone. */
  statusId: string
}

/** All that a member can do with photos, and one sentence about what was done last. */
export function usePhotoActs({ listingUrl, stored, onPlace, statusId }: Ask) {
  const { t } = useT()
  const [told, setTold] = useState('')
  const { photos, ...change } = usePhotos(listingUrl, stored)
  const { uploads, ...sending } = useUploads(
    `${listingUrl}/photos`,
    (photo, file, gps) => {
      change.add(photo)
      setTold(t('photos.told.added', { name: file.name }))
      if (gps) onPlace?.(gps)
    },
    (file, trouble) => setTold(t('photos.told.failed', { name: file.name, why: t(`photos.refusals.${trouble}`) })),
  )
  const ids = photos.map((photo) => photo.id)
  const room = photoLimits.perListing - photos.length - uploads.length

  function take(files: readonly File[]) {
    sending.add(files.slice(0, Math.max(room, 0)))
    if (files.length > room) setTold(t('photos.refusals.too-many-photos'))
  }
  usePaste(take)

  async function tell(asked: Asked, done: string) {
    const trouble = await asked
    setTold(trouble ? t(`photos.refusals.${trouble}`) : done)
  }

  function move(photoId: string, by: number) {
    const photo = photos.find((each) => each.id === photoId)
    if (!photo) return
    const position = ids.indexOf(photoId) + by + 1
    const done = position === 1 ? t('photos.told.moved_cover') : t('photos.told.moved', { position })
    void tell(change.move(photo, by), done)
    focus(toolId(photoId, by))
  }

  function remove(photo: ListingPhoto) {
    void tell(change.remove(photo), t('photos.told.removed'))
    focus(statusId)
  }

  function describe(photo: ListingPhoto, alt: string) {
    void tell(change.describe(photo, alt), t('photos.told.described'))
  }

  return { photos, ids, uploads, told, room, take, move, remove, describe, retry: sending.retry, drop: sending.drop }
}

function focus(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
