import { type Side, sides } from '#app/domain/listings/listing-ask-measures.ts'
import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { unitKeys } from '#app/domain/listings/quantity.ts'
import { Field } from './field.tsx'
import { UnitField } from './unit-field.tsx'
import { useT } from './use-t.tsx'
import './unit-field.css'

type Props = { typed: Typed; errors: Readonly<Record<string, string>> }

/** How many, or how much, with the unit in the next cell. */
export function WantedQuantity({ typed, errors }: Props) {
  const { t } = useT()
  return (
    <Field label={t('wanted.form.quantity')} error={errors['quantity'] ?? errors['unit']}>
      {(control) => (
        <div className="unit">
          <input
            className="box"
            name="quantity"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={typed['quantity']}
            {...control}
          />
          <select name="unit" aria-label={t('wanted.form.unit')} defaultValue={typed['unit'] ?? 'piece'}>
            {unitKeys.map((unit) => (
              <option key={unit} value={unit}>
                {t(`units.names.${unit}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}

/** The cut list: the least each side of a piece must measure. */
export function WantedLeastSize({ typed, errors }: Props) {
  const { t } = useT()
  return (
    <fieldset className="field">
      <legend>
        {t('wanted.form.size')} <span className="optional">{t('parts.optional')}</span>
      </legend>
      <span className="hint">{t('wanted.form.sizeHint')}</span>
      <div className="trio">
        {sides.map((side) => (
          <LeastSide key={side} side={side} typed={typed} errors={errors} />
        ))}
      </div>
    </fieldset>
  )
}

function LeastSide({ side, typed, errors }: Props & { side: Side }) {
  const { t } = useT()
  return (
    <UnitField name={side} label={t(`wanted.form.${side}`)} unit="mm" defaultValue={typed[side]} error={errors[side]} />
  )
}
