import { useT } from './use-t.tsx'
import './thread.css'

export type Message = { id: string; from: string; at: string; text: string; kind: 'mine' | 'theirs' | 'system' }

/** Theirs on the left, mine on the right, the system's between hairlines. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  const { t, format } = useT()
  return (
    <ol className="thread">
      {messages.map(({ id, from, at, text, kind }) => (
        <li key={id} className={kind === 'theirs' ? undefined : kind}>
          {kind === 'system' ? null : (
            <span className="tiny soft">
              {kind === 'mine' ? t('parts.thread.mine') : from}, <time dateTime={at}>{format.dateTime(at)}</time>
            </span>
          )}
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}
