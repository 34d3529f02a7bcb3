import type { ReactNode } from 'react'
import { useT } from './use-t.tsx'
import './timeline.css'

export type Moment = { key: string; at?: string; when?: 'past' | 'now' | 'next'; text: ReactNode }

/** What happened, in the past tense; what is now; what comes, in one sentence. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const { t, format } = useT()
  return (
    <ol className="events">
      {moments.map(({ key, at, when = 'past', text }) => (
        <li key={key} data-when={when === 'past' ? undefined : when}>
          {at ? (
            <time dateTime={at}>{format.dateTime(at)}</time>
          ) : (
            <span className="tiny soft">{when === 'past' ? null : t(`parts.timeline.${when}`)}</span>
          )}
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}
