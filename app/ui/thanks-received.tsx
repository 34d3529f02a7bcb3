import { type ThanksNote, ThanksNotes } from './thanks-notes.tsx'
import { Title } from './title.tsx'
import { useT } from './use-t.tsx'

/** On a profile: not there at all until somebody has said something. */
export function ThanksReceived({ notes }: { notes: readonly ThanksNote[] }) {
  const { t } = useT()
  if (notes.length === 0) return null
  return (
    <section className="stack">
      <Title>{t('thanks.profile')}</Title>
      <ThanksNotes notes={notes} />
    </section>
  )
}
