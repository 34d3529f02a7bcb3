import { useId } from 'react'
import { isUnlikelySize, type Side, sides, sideUnits } from '#app/domain/listings/listing-ask-measures.ts'
import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { Choices } from '#app/ui/choices.tsx'
import { Echo, FieldError } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import '#app/ui/unit-field.css'

type Props = { typed: Typed; errors: Record<string, string>; size: readonly (number | null)[] }

/** Length, width and thickness of one piece, each in the unit of whoever measures. */
export function SizeFields({ typed, errors, size }: Props) {
  const { t, format } = useT()
  const question = errors['size_right']
  const isUnderstood = size.some((side) => side !== null) && !question && sides.every((side) => !errors[side])
  const isUnlikely = isUnlikelySize(size)
  return (
    <fieldset className="field">
      <legend>
        {t('posting.measures.size')} <span className="optional">{t('parts.optional')}</span>
      </legend>
      <div className="trio">
        {sides.map((side) => (
          <SideField key={side} side={side} typed={typed} error={errors[side]} />
        ))}
      </div>
      {isUnderstood ? <Echo>{format.size(...size)}</Echo> : null}
      {question || isUnlikely ? (
        <Choices
          several
          name="size_right"
          legend={t('posting.measures.sizeRight')}
          choices={[{ value: '1', label: t('posting.measures.sizeIsRight') }]}
          chosen={isUnlikely ? '1' : typed['size_right']}
          error={question}
        />
      ) : null}
    </fieldset>
  )
}

function SideField({ side, typed, error }: { side: Side; typed: Typed; error: string | undefined }) {
  const { t } = useT()
  const id = useId()
  const name = t(`posting.measures.${side}`)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {name}
      </label>
      <div className="unit">
        <input
          className="box"
          id={id}
          name={side}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed[side]}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <select
          name={`${side}_unit`}
          aria-label={t('posting.measures.sideUnit', { side: name.toLowerCase() })}
          defaultValue={typed[`${side}_unit`] ?? 'cm'}
        >
          {sideUnits.map((unit) => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
