import type { ComponentProps } from 'react'
import type { Around } from './field.tsx'
import { Field } from './field.tsx'
import './unit-field.css'

type Props = Around & ComponentProps<'input'> & { unit: string; whole?: boolean }

/** A number with its unit in the next cell. Text, not type=number: a comma or a point, read by our own parser. */
export function UnitField({ unit, whole = false, ...rest }: Props) {
  const { label, hint, error, echo, optional = false, ...input } = rest
  return (
    <Field label={label} hint={hint} error={error} echo={echo} optional={optional}>
      {(control) => (
        <div className="unit">
          <input className="box" inputMode={whole ? 'numeric' : 'decimal'} autoComplete="off" {...input} {...control} />
          <span aria-hidden="true">{unit}</span>
        </div>
      )}
    </Field>
  )
}
