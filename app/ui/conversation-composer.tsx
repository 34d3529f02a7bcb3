import { type ChangeEvent, type FormEvent, type KeyboardEvent, useState } from 'react'
import { photoAccept } from '#app/domain/listings/photo.ts'
import { messageLimits, type Thread } from '#app/domain/messages/message.ts'
import type { PrivateDetail } from '#app/domain/messages/private-details.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import type { Talk } from './conversation-talk.ts'
import { sentenceOf } from './conversation-words.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'

/** What came back to a browser without scripts. */
export type TalkReply = {
  errors?: Record<string, string>
  typed: Record<string, string>
  refused?: string
  found?: PrivateDetail[]
  slips?: string[]
}

type Props = { thread: Thread & { key: string }; from: string; talk: Talk; reply: TalkReply | undefined }

/** The box to write in, with photos. Without scripts it is a plain form. */
export function Composer({ thread, from, talk, reply }: Props) {
  const { t } = useT()
  const [files, setFiles] = useState<readonly File[]>([])
  const [error, setError] = useState(reply?.errors?.['text'])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text')).trim()
    const problem = problemIn(text, files)
    setError(problem)
    if (problem) return
    talk.emptyBox()
    talk.say({ text, files: [...files] })
    setFiles([])
  }

  return (
    <form
      id="write"
      method="post"
      action={`${talk.page}#write`}
      encType="multipart/form-data"
      onSubmit={send}
      className="stack stack--s"
    >
      <input type="hidden" name="key" value={thread.key} />
      <input type="hidden" name="from" value={from} />
      {reply ? <Refusal reply={reply} /> : null}
      <Field
        label={t('messages.write')}
        hint={t('messages.hint', { max: messageLimits.text, photos: messageLimits.photos })}
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            className="box"
            name="text"
            rows={2}
            ref={talk.box}
            defaultValue={reply?.typed['text']}
            onInput={() => talk.keepBox()}
            onKeyDown={sendByKey}
          />
        )}
      </Field>
      <div className="row">
        <Button kind="solid">{t('messages.send')}</Button>
        <AddPhotos files={files} onChange={setFiles} />
      </div>
    </form>
  )
}

function problemIn(text: string, files: readonly File[]) {
  if (text === '' && files.length === 0) return 'messages.errors.empty'
  if (text.length > messageLimits.text) return `errors.too-long?max=${messageLimits.text}`
  return files.length > messageLimits.photos ? sentenceOf('too-many-photos') : undefined
}

function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
}

function Refusal({ reply: { refused, found = [], slips = [] } }: { reply: TalkReply }) {
  const { t, say } = useT()
  if (!refused) return null
  const isWarning = refused === 'private-details'
  return (
    <Banner tone={isWarning ? 'turn' : 'fail'} role="alert">
      {found.map((detail) => (
        <b key={detail}>{t(`messages.warning.${detail}`)} </b>
      ))}
      {isWarning ? t('messages.warning.why') : say(sentenceOf(refused))}
      {slips.length > 0 ? <p>{t('messages.photos', { count: slips.length })}</p> : null}
      {slips.map((slip) => (
        <input key={slip} type="hidden" name="slips" value={slip} />
      ))}
      {isWarning ? (
        <p>
          <Button size="s" name="is_sure" value="1">
            {t('messages.sendAnyway')}
          </Button>
        </p>
      ) : null}
    </Banner>
  )
}

type AddProps = { files: readonly File[]; onChange: (files: readonly File[]) => void }

function AddPhotos({ files, onChange }: AddProps) {
  const { t } = useT()

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...files, ...(target.files ?? [])]
    // Emptied, so that the same file can be chosen again after it was taken away.
    target.value = ''
    onChange(chosen)
  }

  return (
    <>
      <label className="btn attach">
        <Icon name="image" /> {t('messages.addPhotos')}
        <input type="file" name="photos" accept={photoAccept} multiple onChange={choose} className="visually-hidden" />
      </label>
      {files.map((file, at) => (
        <Button
          key={`${file.name} ${file.lastModified}`}
          type="button"
          size="s"
          kind="plain"
          icon="x"
          aria-label={t('messages.dropPhoto', { name: file.name })}
          onClick={() => onChange(files.filter((_, other) => other !== at))}
        >
          {file.name}
        </Button>
      ))}
    </>
  )
}
