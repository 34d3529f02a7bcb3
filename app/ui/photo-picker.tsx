import { useSearchParams } from '@remix-run/react'
import { type DragEvent, useId, useState } from 'react'
import { type ListingPhoto, type PhotoPlace, photoLimits } from '#app/domain/listings/photo.ts'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { AddPhotos } from './photo-picker-add.tsx'
import { usePaste } from './photo-picker-paste.ts'
import { type Asked, usePhotos } from './photo-picker-photos.ts'
import type { Trouble } from './photo-picker-send.ts'
import { PhotoTile, toolId } from './photo-picker-tile.tsx'
import { UploadTile } from './photo-picker-upload.tsx'
import { useUploads } from './photo-picker-uploads.ts'
import { PhotoWords } from './photo-picker-words.tsx'
import { useT } from './use-t.tsx'
import './photo-picker.css'

type Props = { listingId: string; photos: readonly ListingPhoto[]; onPlace?: (place: PhotoPlace) => void }

/**
 * The photos of a lot, kept on the server as they arrive. It holds small forms of its own, so it stands beside the
 * page's form and never inside it. `onPlace` hears where a photo was taken, if it says so.
 */
export function PhotoPicker({ listingId, photos: stored, onPlace }: Props) {
  const { t } = useT()
  const id = useId()
  const [told, setTold] = useState('')
  const listingUrl = `/listings/${listingId}`
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
    void tell(
      change.move(photo, by),
      position === 1 ? t('photos.told.moved_cover') : t('photos.told.moved', { position }),
    )
    requestAnimationFrame(() => document.getElementById(toolId(photoId, by))?.focus())
  }

  function remove(photo: ListingPhoto) {
    void tell(change.remove(photo), t('photos.told.removed'))
    requestAnimationFrame(() => document.getElementById(`${id}-status`)?.focus())
  }

  return (
    <section
      className="photo-picker field"
      id="photos"
      aria-labelledby={id}
      onDragOver={allowFiles}
      onDrop={(event) => dropFiles(event, take)}
    >
      <h2 className="as-label" id={id}>
        {t('photos.title')}
      </h2>
      <span className="hint">{t('photos.hint')}</span>
      <Refused />
      <ul className="photos">
        {photos.map((photo) => (
          <PhotoTile key={photo.id} listingUrl={listingUrl} photo={photo} ids={ids} onMove={move} onRemove={remove} />
        ))}
        {uploads.map((upload) => (
          <UploadTile key={upload.key} upload={upload} onRetry={sending.retry} onDrop={sending.drop} />
        ))}
        {room > 0 ? <AddPhotos listingUrl={listingUrl} onTake={take} /> : null}
      </ul>
      <p className="hint" id={`${id}-status`} role="status" tabIndex={-1}>
        {told}{' '}
        {photos.length === 0
          ? t('photos.none')
          : t('photos.count', { count: photos.length, most: photoLimits.perListing })}
      </p>
      <span className="hint">
        <Icon name="map-pin-off" inline /> {t('photos.privacy')}
      </span>
      {photos.length > 0 ? (
        <PhotoWords
          listingUrl={listingUrl}
          photos={photos}
          onDescribe={(photo, alt) => void tell(change.describe(photo, alt), t('photos.told.described'))}
        />
      ) : null}
    </section>
  )
}

/** Why a photo sent without scripts did not stay: the server put it into the address. */
function Refused() {
  const { say } = useT()
  const [query] = useSearchParams()
  const reason: Trouble | (string & {}) | null = query.get('photo_refused')
  return reason === null ? null : <Banner tone="fail">{say(`photos.refusals.${reason}`)}</Banner>
}

function allowFiles(event: DragEvent) {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault()
}

function dropFiles(event: DragEvent, take: (files: readonly File[]) => void) {
  const files = [...event.dataTransfer.files]
  if (files.length === 0) return
  event.preventDefault()
  take(files)
}
