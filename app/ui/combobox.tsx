import type { KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import type { Around } from './field.tsx'
import { Field } from './field.tsx'
import type { HatchName } from './hatch.tsx'
import { Hatch } from './hatch.tsx'
import { useT } from './use-t.tsx'
import './combobox.css'

/** What the options' URL answers: `{ options: Option[] }`. */
export type Option = { value: string; label: string; note?: string; mat?: HatchName }

type Props = Around & {
  name: string
  /** Asked with `?q=` as they type. Without JavaScript the box is plain text and the server searches on sending. */
  source: string
  /** The text in the box and, apart, the value sent beside it as `<name>_key`. */
  text?: string | undefined
  value?: string | undefined
  onChoose?: (option: Option) => void
}

/** ARIA 1.2 combobox with a list: ↑ ↓ Enter Esc. Free text stays. */
export function Combobox({ name, source, text = '', value = '', onChoose, ...around }: Props) {
  const { t } = useT()
  const [typed, setTyped] = useState({ text, value })
  const [at, setAt] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const list = useId()
  const [options, search] = useOptions(source)
  const shown = isOpen && options.length > 0

  function type(words: string) {
    setTyped({ text: words, value: '' })
    setAt(0)
    setOpen(words.trim().length > 0 && document.activeElement?.getAttribute('name') === name)
    void search(words)
  }
  function choose(option: Option | undefined) {
    if (!option) return
    setTyped({ text: option.label, value: option.value })
    setOpen(false)
    onChoose?.(option)
  }
  function press(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') setOpen(false)
    if (!options.length || (!move && !(event.key === 'Enter' && shown))) return
    event.preventDefault()
    if (!move) return choose(options[at])
    if (shown) setAt((at + move + options.length) % options.length)
    else setOpen(true)
  }

  return (
    <div className="combo">
      <Field {...around}>
        {(control) => (
          <input
            {...control}
            className="box"
            name={name}
            value={typed.text}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={list}
            aria-activedescendant={shown ? `${list}-${at}` : undefined}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={press}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => setOpen(false)}
          />
        )}
      </Field>
      <input type="hidden" name={`${name}_key`} value={typed.value} />
      <ul
        role="listbox"
        id={list}
        aria-label={typeof around.label === 'string' ? around.label : t('parts.tabs')}
        hidden={!shown}
      >
        {options.map((option, index) => (
          <OptionRow
            key={option.value}
            id={`${list}-${index}`}
            option={option}
            words={typed.text}
            isAt={index === at}
            choose={choose}
          />
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {shown ? t('parts.combobox.results', { count: options.length }) : ''}
      </span>
    </div>
  )
}

/** Asked by fetch, not by a fetcher: with no signal a fetcher takes the whole page down, and what is typed with it. */
function useOptions(source: string) {
  const [options, setOptions] = useState<Option[]>([])
  const turn = useRef(0)
  async function search(words: string) {
    const mine = ++turn.current
    if (!words.trim()) return setOptions([])
    const url = `${source}${source.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`
    const reply = await fetch(url).then(
      (response) => response.json() as Promise<{ options: Option[] }>,
      () => undefined,
    )
    if (reply && mine === turn.current) setOptions(reply.options)
  }
  return [options, search] as const
}

type RowProps = { id: string; option: Option; words: string; isAt: boolean; choose: (option: Option) => void }

function OptionRow({ id, option, words, isAt, choose }: RowProps) {
  const { label, note, mat } = option
  const from = label.toLowerCase().indexOf(words.trim().toLowerCase())
  const to = from + words.trim().length
  return (
    // Mouse down, not click: the box must not lose focus before the choice is made.
    <li
      id={id}
      role="option"
      aria-selected={isAt}
      onMouseDown={(event) => {
        event.preventDefault()
        choose(option)
      }}
    >
      {mat ? <Hatch mat={mat} /> : null}
      <span>
        {from < 0 ? label : label.slice(0, from)}
        {from < 0 ? null : <mark>{label.slice(from, to)}</mark>}
        {from < 0 ? null : label.slice(to)}
      </span>
      {note ? <small>{note}</small> : null}
    </li>
  )
}
