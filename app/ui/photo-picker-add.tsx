import type { ChangeEvent, FormEvent } from 'react'
import { photoAccept } from '#app/domain/listings/photo.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'

type Props = { listingUrl: string; onTake: (files: readonly File[]) => void }

/** The tile that asks for more: choose several, or take one with the camera. Without scripts it is a form with a button. */
export function AddPhotos({ listingUrl, onTake }: Props) {
  const { t } = useT()

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const files = [...(target.files ?? [])]
    // Emptied, so that the same file can be chosen again after it was taken away.
    target.value = ''
    onTake(files)
  }

  const input = {
    type: 'file',
    name: 'photos',
    accept: photoAccept,
    className: 'visually-hidden',
    onChange: choose,
  } as const
  return (
    <li className="adding">
      <form
        method="post"
        action={`${listingUrl}/photos`}
        encType="multipart/form-data"
        onSubmit={(event: FormEvent) => event.preventDefault()}
      >
        <label className="add">
          <Icon name="plus" />
          {t('photos.add')}
          <small data-drop="">{t('photos.drop')}</small>
          <input {...input} multiple />
        </label>
        <label className="add" data-camera="">
          <Icon name="camera" />
          {t('photos.shoot')}
          <input {...input} capture="environment" />
        </label>
        <span className="hint" data-plain="">
          {t('photos.plain')}
        </span>
        <Button size="s" icon="upload" data-plain="">
          {t('photos.send')}
        </Button>
      </form>
    </li>
  )
}
