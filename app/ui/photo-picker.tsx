import { useSearchParams } from '@remix-run/react'
import { type DragEvent, useId } from 'react'
import { type ListingPhoto, type PhotoPlace, photoLimits } from '#app/domain/listings/photo.ts'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { usePhotoActs } from './photo-picker-acts.ts'
import { AddPhotos } from './photo-picker-add.tsx'
import type { Trouble } from './photo-picker-send.ts'
import { PhotoTile } from './photo-picker-tile.tsx'
import { UploadTile } from './photo-picker-upload.tsx'
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
  const listingUrl = `/listings/${listingId}`
  const acts = usePhotoActs({ listingUrl, stored, onPlace, statusId: `${id}-status` })
  const { photos, ids, uploads, told, room, take } = acts
  const count = { count: photos.length, most: photoLimits.perListing }
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
          <PhotoTile key={photo.id} {...{ listingUrl, photo, ids }} onMove={acts.move} onRemove={acts.remove} />
        ))}
        {uploads.map((upload) => (
          <UploadTile key={upload.key} upload={upload} onRetry={acts.retry} onDrop={acts.drop} />
        ))}
        {room > 0 ? <AddPhotos listingUrl={listingUrl} onTake={take} /> : null}
      </ul>
      <p className="hint" id={`${id}-status`} role="status" tabIndex={-1}>
        {told} {photos.length === 0 ? t('photos.none') : t('photos.count', count)}
      </p>
      <span className="hint">
        <Icon name="map-pin-off" inline /> {t('photos.privacy')}
      </span>
      {photos.length > 0 ? <PhotoWords {...{ listingUrl, photos }} onDescribe={acts.describe} /> : null}
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
