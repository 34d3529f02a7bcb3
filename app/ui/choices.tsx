import type { ReactNode } from 'react'
import { useId } from 'react'
import { FieldError } from './field.tsx'
import type { GradeLetter } from './grade.tsx'
import { Grade } from './grade.tsx'
import type { HatchName } from './hatch.tsx'
import { Hatch } from './hatch.tsx'
import './field.css'
import './choices.css'

export type Choice = { value: string; label: string; note?: string; grade?: GradeLetter; mat?: HatchName }

type Props = {
  name: string
  legend: ReactNode
  choices: readonly Choice[]
  /** The chosen value, or values where several may be chosen. */
  chosen?: string | readonly string[] | undefined
  several?: boolean
  /** One below the other, or, of a word each, many side by side. */
  columns?: 'one' | 'many'
  error?: string | undefined
}

/** Radio cards: the whole card is the label. */
export function Choices({ name, legend, choices, chosen = [], several, columns, error }: Props) {
  const id = useId()
  return (
    <fieldset className="field" aria-describedby={error ? id : undefined}>
      <legend>{legend}</legend>
      <div className={columns ? `choices choices--${columns}` : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} className={choice.grade ? 'choice choice--grade' : 'choice'}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              defaultChecked={[chosen].flat().includes(choice.value)}
              aria-invalid={error && !several ? true : undefined}
            />
            <ChoiceWords choice={choice} />
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

function ChoiceWords({ choice }: { choice: Choice }) {
  return (
    <>
      <b>
        {choice.mat ? <Hatch mat={choice.mat} /> : null} {choice.label}
      </b>
      {choice.note ? <span>{choice.note}</span> : null}
      {choice.grade ? <Grade grade={choice.grade} /> : null}
    </>
  )
}

type CheckProps = { name: string; label: ReactNode; note?: string; checked?: boolean; error?: string | undefined }

/** One box to tick: a declaration, a yes. */
export function Check({ name, label, note, checked = false, error }: CheckProps) {
  const id = useId()
  return (
    <div className="field">
      <div className="choices choices--one">
        <label className="choice">
          <input
            type="checkbox"
            name={name}
            value="1"
            defaultChecked={checked}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? id : undefined}
          />
          <b>{label}</b>
          {note ? <span>{note}</span> : null}
        </label>
      </div>
      <FieldError id={id} error={error} />
    </div>
  )
}
