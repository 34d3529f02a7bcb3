import { TextField } from './field.tsx'
import { Submit } from './submit.tsx'
import { UnitField } from './unit-field.tsx'
import { useT } from './use-t.tsx'

type Words = Readonly<Record<string, string>>

/** What a vehicle is called and what fits inside, as people measure it. */
export function VehicleFields({ typed, errors, submit }: { typed: Words; errors: Words; submit: string }) {
  const { t } = useT()
  return (
    <>
      <TextField
        name="name"
        label={t('hubRooms.vehicles.name')}
        hint={t('hubRooms.vehicles.nameHint')}
        required
        maxLength={60}
        defaultValue={typed['name']}
        error={errors['name']}
      />
      {(['capacity', 'volume', 'longest'] as const).map((name) => (
        <UnitField
          key={name}
          name={name}
          label={t(`hubRooms.vehicles.${name}`)}
          unit={units[name]}
          required
          defaultValue={typed[name]}
          error={errors[name]}
        />
      ))}
      <TextField
        name="crew"
        inputMode="numeric"
        label={t('hubRooms.vehicles.crew')}
        required
        defaultValue={typed['crew'] ?? '2'}
        error={errors['crew']}
      />
      <TextField
        name="hours"
        label={t('hubRooms.vehicles.hours')}
        hint={t('hubRooms.vehicles.hoursHint')}
        required
        autoComplete="off"
        defaultValue={typed['hours']}
        error={errors['hours']}
      />
      <div className="row row--buttons">
        <Submit kind="next">{submit}</Submit>
      </div>
    </>
  )
}

const units = { capacity: 'kg', volume: 'm³', longest: 'm' } as const
