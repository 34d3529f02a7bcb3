import { Link } from '@remix-run/react'
import { useT } from './use-t.tsx'
import './thanks-notes.css'

export type ThanksNote = { id: string; text: string; name: string; written_at: string; may_remove: boolean }

/** What people told each other after a handover: the words, a first name and the month. */
export function ThanksNotes({ notes }: { notes: readonly ThanksNote[] }) {
  const { t, format } = useT()
  return (
    <ul className="thanks-notes">
      {notes.map(({ id, text, name, written_at, may_remove }) => (
        <li key={id}>
          <figure>
            <blockquote>{text}</blockquote>
            <figcaption className="tiny soft">
              {t('thanks.by', { name, month: format.month(written_at) })}
              {may_remove ? (
                <Link className="touch" to={`/thanks/${id}/removal`}>
                  {t('thanks.removal.action')}
                </Link>
              ) : null}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}
