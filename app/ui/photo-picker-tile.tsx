import type { DragEvent, MouseEvent } from 'react'
import { type ListingPhoto, movedPhoto } from '#app/domain/listings/photo.ts'
import { Icon, type IconName } from './icon.tsx'
import { Photo } from './photo.tsx'
import { useT } from './use-t.tsx'

export const photoDrag = 'application/x-rimessa-photo'

type Props = {
  listingUrl: string
  photo: ListingPhoto
  /** Ids of all photos in order: a button without scripts sends the order that it would make. */
  ids: readonly string[]
  onMove: (id: string, by: number) => void
  onRemove: (photo: ListingPhoto) => void
}

/** A photo that the listing has. Its buttons are a plain form; with scripts they answer at once. */
export function PhotoTile({ listingUrl, photo, ids, onMove, onRemove }: Props) {
  const { t } = useT()
  const at = ids.indexOf(photo.id)
  const position = at + 1

  function drop(event: DragEvent) {
    const dragged = event.dataTransfer.getData(photoDrag)
    if (!dragged) return
    event.preventDefault()
    event.stopPropagation()
    onMove(dragged, at - ids.indexOf(dragged))
  }

  const arrow = (icon: IconName, by: number, name: string) => (
    <Tool
      id={toolId(photo.id, by)}
      icon={icon}
      label={name}
      isIdle={at + by < 0 || at + by >= ids.length}
      value={movedPhoto(ids, photo.id, by).join(',')}
      onPress={() => onMove(photo.id, by)}
    />
  )

  return (
    <li
      draggable
      title={t('photos.drag')}
      onDragStart={(event) => event.dataTransfer.setData(photoDrag, photo.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(photoDrag) && event.preventDefault()}
      onDrop={drop}
    >
      <Photo
        photo={{
          ...photo,
          alt: photo.alt ? t('photos.shotOf', { position, alt: photo.alt }) : t('photos.shot', { position }),
        }}
        sizes="(min-width: 40rem) 18rem, 90vw"
      />
      {at === 0 ? <span className="cover">{t('photos.cover')}</span> : null}
      <form className="tools" method="post" action={`${listingUrl}/photo-order`}>
        {arrow('arrow-left', -1, t('photos.earlier', { position }))}
        {arrow('arrow-right', 1, t('photos.later', { position }))}
        <Tool
          icon="trash-2"
          label={t('photos.remove', { position })}
          formAction={`${listingUrl}/photos/${photo.id}/removal`}
          onPress={() => onRemove(photo)}
        />
      </form>
    </li>
  )
}

/** Where the focus goes when a photo has moved: the tile may be torn out and put elsewhere. */
export const toolId = (photoId: string, by: number) => `photo-${photoId}-${by < 0 ? 'earlier' : 'later'}`

type ToolProps = {
  icon: IconName
  label: string
  onPress: () => void
  id?: string
  isIdle?: boolean
  value?: string
  formAction?: string
}

// Idle, not disabled: a disabled button would drop the focus of whoever moves a photo to the end by keyboard.
function Tool({ icon, label, onPress, isIdle = false, ...rest }: ToolProps) {
  function press(event: MouseEvent) {
    event.preventDefault()
    if (!isIdle) onPress()
  }
  return (
    <button name="order" aria-label={label} aria-disabled={isIdle || undefined} onClick={press} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
