import { Link } from '@remix-run/react'
import { Quotes } from './quotes.tsx'
import { useT } from './use-t.tsx'

export type ThanksNote = { id: string; text: string; name: string; written_at: string; may_remove: boolean }

/** What people told each other after a handover: the words, a first name and the month. */
export function ThanksNotes({ notes }: { notes: readonly ThanksNote[] }) {
  const { t, format } = useT()
  const quotes = notes.map(({ id, text, name, written_at, may_remove }) => ({
    key: id,
    text,
    by: (
      <>
        {t('thanks.by', { name, month: format.month(written_at) })}
        {may_remove ? (
          <Link className="touch" to={`/thanks/${id}/removal`}>
            {t('thanks.removal.action')}
          </Link>
        ) : null}
      </>
    ),
  }))
  return <Quotes quotes={quotes} />
}
