import type { FocusEvent, FormEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { fieldsOf, forgetArrived, forgetSentBeside, forgetTyping, keepTyping, recallTyping } from './kept-typing.ts'

export type SaveState = 'idle' | 'saving' | 'saved' | 'offline' | 'expired' | 'refused'
type Reply = { errors: Record<string, string> }
/** `isOlder`: the form was sent since, and what that says is newer than what was said of typing. */
type Saving<R> = { state: SaveState; reply?: R; refused?: string; at?: string; restored: boolean; isOlder: boolean }

const pause = { typing: 1500, leaving: 150 }

type Where = {
  /** Where it is saved while typing; absent for what others already see, which changes only when it is sent. */
  url: string | undefined
  /** The name under which this device keeps it, and what all pages of the same task have in common there. */
  place: string
  beginning: string
  /** When the server last had it: what was sent before that has arrived. */
  saved_at: string | null
}

/**
 * Saves a form while it is filled in: a little after typing, at once on leaving a field. Until the server has it, and
 * while it cannot be reached or the session is over, what is typed is kept on this device.
 */
export function useAutosave<R extends Reply>({ url, place, beginning, saved_at }: Where) {
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const turn = useRef(0)
  const [saving, setSaving] = useState<Saving<R>>({ state: 'idle', restored: false, isOlder: false })

  // The browser's memory is outside React: what an ended session or a lost signal left there is read once, on arrival.
  useEffect(() => {
    forgetSentBeside(place, beginning)
    if (!url) forgetArrived(place, saved_at)
    if (form.current && recallTyping(place, form.current)) setSaving((now) => ({ ...now, restored: true }))
  }, [url, place, beginning, saved_at])

  async function save() {
    if (!form.current || !url) return
    const mine = ++turn.current
    setSaving((now) => ({ ...now, state: 'saving' }))
    const answer = await send<R>(url, form.current)
    if (mine !== turn.current) return
    if (answer.state === 'saved' && Object.keys(answer.reply?.errors ?? {}).length === 0) forgetTyping(place)
    setSaving(
      (now) =>
        ({
          ...now,
          ...answer,
          isOlder: false,
          at: answer.state === 'saved' ? new Date().toISOString() : now.at,
        }) as Saving<R>,
    )
  }

  function soon(milliseconds: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), milliseconds)
  }

  function onInput() {
    if (form.current) keepTyping(place, form.current)
    soon(pause.typing)
  }

  function onBlur(event: FocusEvent) {
    const isBox = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
    if (isBox && timer.current !== undefined) soon(pause.leaving)
  }

  function onSubmit(event: FormEvent) {
    clearTimeout(timer.current)
    if (form.current) keepTyping(place, form.current, true)
    if (!navigator.onLine) {
      event.preventDefault()
      return setSaving((now) => ({ ...now, state: 'offline' }))
    }
    turn.current += 1
    setSaving((now) => ({ ...now, state: now.state === 'saving' ? 'idle' : now.state, isOlder: true }))
  }

  return { saving, touch: () => soon(pause.leaving), form: { ref: form, onInput, onBlur, onSubmit } }
}

type Answer<R> = { state: SaveState; reply?: R; refused?: string }

async function send<R extends Reply>(url: string, form: HTMLFormElement): Promise<Answer<R>> {
  const init = { method: 'POST', body: new URLSearchParams(fieldsOf(form)), headers: { Accept: 'application/json' } }
  const response = await fetch(url, init).catch(() => undefined)
  if (!response) return { state: 'offline' }
  // An ended session answers with the sign-in page instead of JSON.
  if (new URL(response.url, location.href).pathname === '/sign-in') return { state: 'expired' }
  const reply: (R & { refused?: string }) | undefined = await response.json().catch(() => undefined)
  if (!reply) return { state: 'offline' }
  return reply.refused ? { state: 'refused', refused: reply.refused } : { state: 'saved', reply: withoutFocused(reply) }
}

/** What is wrong with the field under the finger is said once it is left. */
function withoutFocused<R extends Reply>(reply: R): R {
  const at = document.activeElement?.getAttribute('name')
  return at
    ? { ...reply, errors: Object.fromEntries(Object.entries(reply.errors).filter(([name]) => name !== at)) }
    : reply
}
