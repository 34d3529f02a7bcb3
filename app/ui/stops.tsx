import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './stops.css'

export type Stop = {
  id: string
  kind: 'collect' | 'deliver'
  done: boolean
  place: ReactNode
  note: ReactNode
  /** What does not fit into a sentence: pictures, buttons. */
  more?: ReactNode
  at: string
  /** Where it stands, when it is not the place in this list. */
  number?: number
}

/** The stops of a day, in order: a circle collects, a square delivers. */
export function Stops({ stops }: { stops: readonly Stop[] }) {
  const { t, format } = useT()
  return (
    <ol className="stops">
      {stops.map(({ id, kind, done, place, note, more, at, number }, index) => (
        <li key={id} data-kind={kind} data-done={done ? '' : undefined}>
          <span className="no">
            <span className="visually-hidden">{t(done ? 'parts.stop.done' : `parts.stop.${kind}`)}</span>
            {done ? <Icon name="check" /> : (number ?? index + 1)}
          </span>
          <div>
            <b>{place}</b>
            <p className="soft tiny">{note}</p>
            {more}
          </div>
          {at === '' ? null : (
            <time className="at" dateTime={at}>
              {format.time(at)}
            </time>
          )}
        </li>
      ))}
    </ol>
  )
}
