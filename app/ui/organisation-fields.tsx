import { organisationKinds } from '#app/domain/people/organisation-kinds.ts'
import { Select, TextField } from './field.tsx'
import { useT } from './use-t.tsx'
import './choices.css'

type Props = { typed: Record<string, string>; errors: Record<string, string> }

/** Name, kind and VAT number of an organisation. */
export function OrganisationFields({ typed, errors }: Props) {
  const { t } = useT()
  return (
    <>
      <TextField
        name="organisation_name"
        label={t('people.organisation.name')}
        autoComplete="organization"
        error={errors['organisation_name']}
        defaultValue={typed['organisation_name']}
      />
      <Select
        name="organisation_kind"
        label={t('people.organisation.kind')}
        error={errors['organisation_kind']}
        defaultValue={typed['organisation_kind'] ?? ''}
      >
        <option value="" disabled hidden>
          {t('errors.choose')}
        </option>
        {organisationKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`parts.who.${kind}`)}
          </option>
        ))}
      </Select>
      <TextField
        name="vat_number"
        label={t('people.organisation.vat')}
        hint={t('people.organisation.vatHint')}
        optional
        inputMode="numeric"
        autoComplete="off"
        error={errors['vat_number']}
        defaultValue={typed['vat_number']}
      />
    </>
  )
}
