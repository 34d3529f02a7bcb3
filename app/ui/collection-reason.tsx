import { TextField } from './field.tsx'
import { useT } from './use-t.tsx'

type Props = { typed: string | undefined; error: string | undefined; isRequired?: boolean }

/** Why a collection changes: the company reads it. */
export function CollectionReason({ typed, error, isRequired = false }: Props) {
  const { t } = useT()
  return (
    <TextField
      name="reason"
      label={t('collections.reason')}
      hint={t('collections.reasonHint')}
      {...(isRequired ? { required: true } : { optional: true })}
      maxLength={120}
      defaultValue={typed}
      error={error}
    />
  )
}
