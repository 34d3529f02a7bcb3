import type { DraftView } from '#app/domain/listings/draft-view.server.ts'
import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { unitKeys } from '#app/domain/listings/quantity.ts'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import '#app/ui/unit-field.css'

type Props = { typed: Typed; error: string | undefined; view: DraftView }

/** How many or how much, with the unit in the next cell. The material proposes its own unit first. */
export function QuantityField({ typed, error, view }: Props) {
  const { t, format } = useT()
  const proposed = typed['quantity'] || !view.material_units ? typed['unit'] : view.material_units[0]
  return (
    <Field
      label={t('posting.material.quantity')}
      error={error}
      echo={view.total === null ? undefined : format.quantity(view.total, view.unit)}
    >
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
          <select key={proposed} name="unit" aria-label={t('posting.material.unit')} defaultValue={proposed}>
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
