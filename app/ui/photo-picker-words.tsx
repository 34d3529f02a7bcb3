import type { FormEvent } from 'react'
import { type ListingPhoto, photoLimits } from '#app/domain/listings/photo.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { useT } from './use-t.tsx'

type Props = {
  listingUrl: string
  photos: readonly ListingPhoto[]
  onDescribe: (photo: ListingPhoto, alt: string) => void
}

/** One line of words for each photo, saved when its field is left. */
export function PhotoWords({ listingUrl, photos, onDescribe }: Props) {
  const { t } = useT()
  return (
    <details className="photo-words">
      <summary>{t('photos.words.title')}</summary>
      <p className="hint">{t('photos.words.example')}</p>
      <ol>
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <img
              src={`/photos/${photo.hash}-320.webp`}
              alt=""
              width={photo.width}
              height={photo.height}
              loading="lazy"
            />
            <Words
              action={`${listingUrl}/photos/${photo.id}/description`}
              photo={photo}
              position={at + 1}
              onDescribe={onDescribe}
            />
          </li>
        ))}
      </ol>
    </details>
  )
}

type WordsProps = { action: string; photo: ListingPhoto; position: number; onDescribe: Props['onDescribe'] }

function Words({ action, photo, position, onDescribe }: WordsProps) {
  const { t } = useT()

  function save(alt: string) {
    if (alt.trim() !== photo.alt) onDescribe(photo, alt.trim())
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(String(new FormData(event.currentTarget).get('alt') ?? ''))
  }

  return (
    <form method="post" action={action} onSubmit={submit}>
      <TextField
        label={t('photos.words.label', { position })}
        name="alt"
        defaultValue={photo.alt}
        maxLength={photoLimits.alt}
        onBlur={(event) => save(event.target.value)}
      />
      <Button size="s" data-plain="">
        {t('photos.words.save')}
      </Button>
    </form>
  )
}
