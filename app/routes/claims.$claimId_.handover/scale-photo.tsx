import { useId, useState } from 'react'
import { photoAccept } from '#app/domain/listings/photo.ts'
import { Echo, FieldError } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './file-button.css'

/** The display of the scale: one picture, taken here and now. */
export function ScalePhoto({ error }: { error: string | undefined }) {
  const { t } = useT()
  const id = useId()
  const [chosen, setChosen] = useState('')
  return (
    <div className="field">
      <label className="btn file-button">
        <Icon name="camera" />
        {t('parts.weigh.photo')}
        <input
          type="file"
          name="photo"
          accept={photoAccept}
          capture="environment"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={(event) => setChosen(event.currentTarget.files?.[0]?.name ?? '')}
        />
      </label>
      <span className="hint" id={`${id}-hint`}>
        {t('handovers.entry.photoHint')}
      </span>
      {chosen && !error ? <Echo>{t('handovers.entry.photoChosen', { name: chosen })}</Echo> : null}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
