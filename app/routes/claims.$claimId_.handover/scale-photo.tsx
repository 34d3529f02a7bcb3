import { useState } from 'react'
import { photoAccept } from '#app/domain/listings/photo.ts'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** The display of the scale: one picture, taken here and now. */
export function ScalePhoto({ error }: { error: string | undefined }) {
  const { t } = useT()
  const [chosen, setChosen] = useState('')
  return (
    <Field
      label={t('handovers.entry.photo')}
      hint={t('handovers.entry.photoHint')}
      optional
      error={error}
      echo={chosen ? t('handovers.entry.photoChosen', { name: chosen }) : undefined}
    >
      {(control) => (
        <input
          {...control}
          className="box"
          type="file"
          name="photo"
          accept={photoAccept}
          capture="environment"
          onChange={(event) => setChosen(event.currentTarget.files?.[0]?.name ?? '')}
        />
      )}
    </Field>
  )
}
