import { placeLengths } from '#app/domain/places/place-ask.ts'
import { TextArea, TextField } from './field.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'

type Props = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> }

/** What only those who come may read. */
export function DoorFields({ typed, errors }: Props) {
  const { t } = useT()
  return (
    <div className="private stack">
      <p className="label">
        <Icon name="lock" inline /> {t('posting.pickup.private')}
      </p>
      <TextField
        name="street"
        label={t('posting.pickup.street')}
        autoComplete="address-line1"
        maxLength={placeLengths.street}
        defaultValue={typed['street']}
        error={errors['street']}
      />
      <TextArea
        name="access_notes"
        label={t('posting.pickup.access_notes')}
        hint={t('posting.pickup.accessHint')}
        optional
        rows={2}
        maxLength={placeLengths.access_notes}
        defaultValue={typed['access_notes']}
        error={errors['access_notes']}
      />
      <TextField
        type="tel"
        name="phone"
        label={t('posting.pickup.phone')}
        optional
        autoComplete="tel"
        maxLength={placeLengths.phone}
        defaultValue={typed['phone']}
        error={errors['phone']}
      />
    </div>
  )
}
