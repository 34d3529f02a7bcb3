import { orgOrigins } from '#app/domain/listings/org-origins.ts'
import { Choices } from '#app/ui/choices.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './behalf.css'

type Props = {
  organisations: readonly { id: string; name: string }[]
  typed: Record<string, string>
  error: string | undefined
}

/** For whom somebody gives; what it is to an organisation is asked only when one gives. */
export function Behalf({ organisations, typed, error }: Props) {
  const { t } = useT()
  if (organisations.length === 0) return null
  const first = organisations[0]?.id ?? ''
  return (
    <div className="behalf stack">
      <Choices
        name="organisation_id"
        legend={t('posting.confirm.who')}
        chosen={typed['organisation_id'] ?? first}
        choices={[
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: t('posting.confirm.myself') },
        ]}
      />
      <div className="origin">
        <Choices
          name="origin"
          legend={t('posting.confirm.origin')}
          chosen={typed['origin']}
          error={error}
          choices={orgOrigins.map((value) => ({ value, label: t(`posting.confirm.origins.${value}`) }))}
        />
      </div>
    </div>
  )
}
