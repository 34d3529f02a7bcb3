import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { leastConditions, purposeLength, wantedRadii } from '#app/domain/listings/wanted.ts'
import { Choices } from './choices.tsx'
import { Combobox } from './combobox.tsx'
import { Select, TextField } from './field.tsx'
import { useT } from './use-t.tsx'
import { WantedArea } from './wanted-area.tsx'
import { WantedLeastSize, WantedQuantity } from './wanted-boxes.tsx'

type Options = { value: string; label: string }[]

type Props = {
  typed: Typed
  errors: Readonly<Record<string, string>>
  choices: { materials: Options; places: Options }
  organisations: readonly { id: string; name: string }[]
}

export function WantedFields({ typed, errors, choices, organisations }: Props) {
  const { t } = useT()
  return (
    <>
      <div className="stack">
        <Combobox
          name="material"
          source="/wanted/materials"
          label={t('wanted.form.material')}
          hint={t('wanted.form.materialHint')}
          text={typed['material']}
          value={typed['material_key']}
          error={errors['material']}
        />
        {choices.materials.length > 0 && errors['material'] ? (
          <Choices name="material_choice" legend={t('wanted.form.which')} choices={choices.materials} />
        ) : null}
      </div>
      <WantedQuantity typed={typed} errors={errors} />
      <WantedLeastSize typed={typed} errors={errors} />
      <Choices
        name="condition"
        legend={t('wanted.form.condition')}
        chosen={typed['condition'] ?? ''}
        choices={['', ...leastConditions].map((value) => ({
          value,
          label: t(`wanted.form.conditions.${(value || 'any') as 'any'}`),
        }))}
      />
      <WantedArea typed={typed} error={errors['town']} choices={choices.places} />
      <HowFarHowLong typed={typed} errors={errors} />
      <TextField
        name="purpose"
        label={t('wanted.form.purpose')}
        hint={t('wanted.form.purposeHint')}
        optional
        maxLength={purposeLength}
        defaultValue={typed['purpose']}
        error={errors['purpose']}
      />
      {organisations.length > 0 ? (
        <Choices
          name="behalf"
          legend={t('wanted.form.who')}
          chosen={typed['behalf'] ?? ''}
          choices={[{ id: '', name: t('wanted.form.myself') }, ...organisations].map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
        />
      ) : null}
    </>
  )
}

function HowFarHowLong({ typed, errors }: Pick<Props, 'typed' | 'errors'>) {
  const { t } = useT()
  return (
    <div className="pair">
      <Select
        name="radius"
        label={t('wanted.form.radius')}
        hint={t('wanted.form.radiusHint')}
        defaultValue={typed['radius']}
        error={errors['radius']}
      >
        {wantedRadii.map((km) => (
          <option key={km} value={km}>
            {t('wanted.form.km', { km })}
          </option>
        ))}
      </Select>
      <TextField
        type="date"
        name="until"
        label={t('wanted.form.until')}
        hint={t('wanted.form.untilHint')}
        defaultValue={typed['until']}
        error={errors['until']}
      />
    </div>
  )
}
