import { useId, useState } from 'react'
import { photoAccept } from '#app/domain/listings/photo.ts'
import { Echo, FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './file-button.css'

type Props = { name: string; label: string; hint: string; error: string | undefined }

/** One picture, taken here and now. */
export function PictureField({ name, label, hint, error }: Props) {
  const { t } = useT()
  const id = useId()
  const [chosen, setChosen] = useState('')
  return (
    <div className="field">
      <label className="btn file-button">
        <Icon name="camera" />
        {label}
        <input
          type="file"
          name={name}
          accept={photoAccept}
          capture="environment"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={(event) => setChosen(event.currentTarget.files?.[0]?.name ?? '')}
        />
      </label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {chosen && !error ? <Echo>{t('handovers.entry.photoChosen', { name: chosen })}</Echo> : null}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
