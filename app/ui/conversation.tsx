import { Link } from '@remix-run/react'
import { useId, useState, useSyncExternalStore } from 'react'
import { messageLimits, type Thread } from '#app/domain/messages/message.ts'
import { Banner } from './banner.tsx'
import { Composer, type TalkReply } from './conversation-composer.tsx'
import type { LineState } from './conversation-line.ts'
import { ThreadNote, UnsentNote } from './conversation-note.tsx'
import { QuickPhrases } from './conversation-quick.tsx'
import { Talk, type TalkState } from './conversation-talk.ts'
import { phraseKey } from './conversation-words.ts'
import { useT } from './use-t.tsx'
import './conversation.css'

type Props = {
  thread: Thread & { key: string }
  reply?: TalkReply | undefined
  /** On a page of its own it is the whole thread; on a claim's page its last words. */
  heading?: 'h1' | 'h2'
  isOlder?: boolean
}

const lastWords = 6

/** What the sides of a claim say to each other. It works as a plain page; with scripts it is live. */
export function Conversation({ thread, reply, heading: Heading = 'h2', isOlder = false }: Props) {
  const { t } = useT()
  const id = useId()
  const [talk] = useState(() => new Talk(thread))
  const state = useSyncExternalStore(talk.subscribe, talk.snapshot, talk.snapshot)
  const from = Heading === 'h1' ? 'messages' : 'claim'
  const shown = from === 'claim' ? state.notes.slice(-lastWords) : state.notes
  return (
    <section className="conversation stack" id="conversation" aria-labelledby={id} ref={talk.room}>
      <div className="row row--apart">
        <Heading id={id}>{t('messages.title')}</Heading>
        {from === 'claim' && thread.unread > 0 ? (
          <span className="label">{t('messages.unread', { count: thread.unread })}</span>
        ) : null}
        {from === 'claim' && state.notes.length > shown.length ? (
          <Link to={`${talk.page}#latest`}>{t('messages.whole')}</Link>
        ) : null}
      </div>
      <p className="tiny soft">{t('messages.who')}</p>
      {shown.length + state.unsent.length === 0 ? <p>{t('messages.empty')}</p> : null}
      <ol className="thread">
        {shown.map((note) => (
          <ThreadNote
            key={note.id}
            note={note}
            isOurs={note.side === thread.side}
            isRead={note.id <= state.others_read_to}
            talk={talk}
          />
        ))}
        {state.unsent.map((unsent) => (
          <UnsentNote key={unsent.key} unsent={unsent} talk={talk} />
        ))}
      </ol>
      <span id="latest" data-end="" />
      <Arrived state={state} />
      <LineNote line={state.line} page={talk.page} />
      {isOlder ? (
        <Link to={`${talk.page}#latest`}>{t('messages.newest')}</Link>
      ) : (
        <Writing thread={thread} from={from} talk={talk} state={state} reply={reply} />
      )}
    </section>
  )
}

type WritingProps = { thread: Props['thread']; from: string; talk: Talk; state: TalkState; reply: Props['reply'] }

function Writing({ thread, from, talk, state, reply }: WritingProps) {
  const { t, format } = useT()
  if (!thread.may_write) return <p className="soft">{t('messages.closed', { count: messageLimits.daysAfterTheEnd })}</p>
  return (
    <>
      {thread.writable_until ? (
        <p className="soft">{t('messages.closing', { day: format.day(thread.writable_until) })}</p>
      ) : null}
      <QuickPhrases thread={thread} from={from} talk={talk} state={state} />
      <Composer thread={thread} from={from} talk={talk} reply={reply} />
    </>
  )
}

/** Says what arrived to whoever does not see it: screen readers, and those who are further up. */
function Arrived({ state: { arrived, below } }: { state: TalkState }) {
  const { t, say } = useT()
  const text = arrived && (arrived.phrase ? say(phraseKey(arrived.phrase)) : arrived.text)
  return (
    <>
      <p className="visually-hidden" role="status">
        {arrived ? t('messages.arrived', { name: arrived.name, text: text ?? '' }) : ''}
      </p>
      {below > 0 ? (
        <a href="#latest" className="btn btn--s below">
          {t('messages.below', { count: below })}
        </a>
      ) : null}
    </>
  )
}

function LineNote({ line, page }: { line: LineState; page: string }) {
  const { t } = useT()
  if (line === 'polling') return <p className="tiny soft">{t('messages.polling')}</p>
  if (line === 'cut') {
    return (
      <Banner icon="wifi-off" role="status">
        {t('messages.cut')}
      </Banner>
    )
  }
  if (line !== 'signed-out') return null
  return (
    <Banner tone="fail" role="status">
      {t('messages.signedOut')} <a href={`/sign-in?to=${page}`}>{t('messages.signIn')}</a>
    </Banner>
  )
}
