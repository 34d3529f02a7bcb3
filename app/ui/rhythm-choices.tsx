import { rhythms } from '#app/domain/discovery/saved-search.ts'
import { Choices } from './choices.tsx'
import { useT } from './use-t.tsx'

type Rhythm = (typeof rhythms)[number] | 'paused'
type Props = { chosen: Rhythm; mayPause?: boolean; error?: string | undefined }

/** How soon a saved search is told; one that is kept already may also rest. */
export function RhythmChoices({ chosen, mayPause = false, error }: Props) {
  const { t } = useT()
  const offered: readonly Rhythm[] = mayPause ? [...rhythms, 'paused'] : rhythms
  return (
    <Choices
      name="rhythm"
      legend={t('searches.rhythm')}
      columns="one"
      chosen={chosen}
      error={error}
      choices={offered.map((value) => ({
        value,
        label: t(`searches.rhythms.${value}`),
        note: t(`searches.rhythmNotes.${value}`),
      }))}
    />
  )
}
