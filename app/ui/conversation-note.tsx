import type { Note } from '#app/domain/messages/message.ts'
import { Button } from './button.tsx'
import type { Talk, Unsent } from './conversation-talk.ts'
import { phraseKey } from './conversation-words.ts'
import { Icon } from './icon.tsx'
import { Photo, photoUrl } from './photo.tsx'
import { useT } from './use-t.tsx'

type Props = { note: Note; isOurs: boolean; isRead: boolean; talk: Talk }

/** A message as it lies in the thread: who, what, when, and whether it was read. */
export function ThreadNote({ note, isOurs, isRead, talk }: Props) {
  const { t, format } = useT()
  const side = t(`messages.sides.${note.side}`)
  return (
    <li id={`message-${note.id}`} data-ours={isOurs ? '' : undefined} data-kind={note.kind} ref={talk.putUp}>
      <header>{t('messages.from', { name: note.is_mine ? t('messages.you') : note.name, side })}</header>
      <NoteWords note={note} />
      {note.photos.length > 0 ? (
        <div className="shots">
          {note.photos.map((photo, at) => (
            <a key={photo.hash} href={photoUrl(photo.hash, 1920)}>
              <Photo photo={{ ...photo, alt: t('messages.photo', { number: at + 1, name: note.name }) }} sizes="7rem" />
            </a>
          ))}
        </div>
      ) : null}
      <footer>
        <time dateTime={note.written_at}>{format.dateTime(note.written_at)}</time>
        {note.is_mine ? (
          <span className="fate">
            <Icon name={isRead ? 'eye' : 'check'} inline /> {t(isRead ? 'messages.read' : 'messages.sent')}
          </span>
        ) : null}
      </footer>
    </li>
  )
}

function NoteWords({ note }: { note: Note }) {
  const { t, say } = useT()
  if (note.phrase) return <p>{say(phraseKey(note.phrase))}</p>
  if (note.text) return <p>{note.text}</p>
  return note.photos.length > 0 ? null : <p className="soft">{t('messages.erased')}</p>
}

/** A message that is still here: on its way, held back by the network, or in need of a second look. */
export function UnsentNote({ unsent, talk }: { unsent: Unsent; talk: Talk }) {
  const { t, say } = useT()
  const { key, state, text, phrase, files } = unsent
  return (
    <li data-ours="" data-unsent={state} ref={talk.putUp}>
      {text || phrase ? <p>{phrase ? say(phraseKey(phrase)) : text}</p> : null}
      {files.length > 0 ? (
        <p className="soft">
          <Icon name="image" inline /> {t('messages.photos', { count: files.length })}
        </p>
      ) : null}
      {state === 'sending' ? <footer>{t('messages.sending')}</footer> : <WhyHere unsent={unsent} />}
      {state === 'sending' ? null : (
        <div className="row">
          {state === 'warned' ? (
            <Button type="button" size="s" onClick={() => talk.sendAgain(key, { is_sure: true })}>
              {t('messages.sendAnyway')}
            </Button>
          ) : (
            <Button type="button" size="s" icon="rotate-cw" onClick={() => talk.sendAgain(key)}>
              {t('messages.retry')}
            </Button>
          )}
          {phrase ? null : (
            <Button type="button" size="s" kind="plain" onClick={() => talk.takeBack(unsent)}>
              {t('messages.edit')}
            </Button>
          )}
          <Button type="button" size="s" kind="plain" onClick={() => talk.discard(key)}>
            {t('messages.discard')}
          </Button>
        </div>
      )}
    </li>
  )
}

function WhyHere({ unsent: { state, found = [], why } }: { unsent: Unsent }) {
  const { t, say } = useT()
  if (state === 'unsent') {
    return (
      <p className="why" role="status">
        <b>{t('messages.notSent')}</b> {t('messages.notSentWhy')}
      </p>
    )
  }
  return (
    <p className="why" role="alert">
      {found.map((detail) => (
        <b key={detail}>{t(`messages.warning.${detail}`)} </b>
      ))}
      {state === 'warned' ? t('messages.warning.why') : say(why ?? 'errors.invalid')}
    </p>
  )
}
