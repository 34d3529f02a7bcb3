import type { FormEvent } from 'react'
import { openQuestion, phrasesFor, questionsOf, type Thread } from '#app/domain/messages/message.ts'
import { Button } from './button.tsx'
import type { Talk, TalkState } from './conversation-talk.ts'
import { phraseKey } from './conversation-words.ts'
import { useT } from './use-t.tsx'

type Props = { thread: Thread & { key: string }; from: string; talk: Talk; state: TalkState }

/** One tap instead of a sentence: the answers to what was just asked, or what this side asks most. */
export function QuickPhrases({ thread, from, talk, state }: Props) {
  const { t, say } = useT()
  const question = openQuestion([...state.notes, ...onTheWay(state, thread)], thread.side)
  const asked = new Set(state.notes.filter(({ side }) => side === thread.side).map(({ phrase }) => phrase))
  const phrases = question ? phrasesFor(question) : questionsOf(thread.side).filter((each) => !asked.has(each))
  if (phrases.length === 0) return null

  function send(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    event.preventDefault()
    if (button) talk.say({ text: '', phrase: button.value })
  }

  return (
    <form method="post" action={talk.page} encType="multipart/form-data" onSubmit={send} className="quick">
      <input type="hidden" name="key" value={`${thread.key}-quick`} />
      <input type="hidden" name="from" value={from} />
      <fieldset>
        <legend className="label">{t(question ? 'messages.answer' : 'messages.ask')}</legend>
        {question ? <p>«{say(phraseKey(question))}»</p> : null}
        <div className="row">
          {phrases.map((phrase) => (
            <Button key={phrase} size="s" name="phrase" value={phrase}>
              {say(phraseKey(phrase))}
            </Button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

/** A tap counts at once: the same answer is not offered twice while it travels. */
function onTheWay({ unsent }: TalkState, { side }: Thread) {
  return unsent.map(({ phrase = null }) => ({ kind: 'answer' as const, phrase, side }))
}
