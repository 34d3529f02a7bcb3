import { Form } from '@remix-run/react'
import { useId } from 'react'
import { Button } from './button.tsx'
import './field.css'
import './search-box.css'

type Props = {
  label: string
  submit: string
  placeholder?: string
  words?: string
  tight?: boolean
  keep?: Record<string, string>
}

/** A search that is a plain GET form: it works before any script does. `keep` carries the filters along. */
export function SearchBox({ label, submit, placeholder, words, tight = false, keep = {} }: Props) {
  const id = useId()
  return (
    <Form className={tight ? 'seek seek--tight' : 'seek'} action="/listings" role="search" aria-label={label}>
      <div className="field">
        <label htmlFor={id} className={tight ? 'visually-hidden' : undefined}>
          {label}
        </label>
        <input
          className="box"
          id={id}
          name="q"
          type="search"
          placeholder={placeholder}
          defaultValue={words}
          autoComplete="off"
        />
      </div>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {tight ? (
        <Button kind="next" size="square" icon="search" aria-label={submit} />
      ) : (
        <Button kind="next" icon="search">
          {submit}
        </Button>
      )}
    </Form>
  )
}
