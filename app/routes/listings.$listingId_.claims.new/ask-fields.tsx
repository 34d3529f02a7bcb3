import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { Check, Choices } from '#app/ui/choices.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { AskPage } from './ask-page.server.ts'

type QuantityProps = { lot: AskPage['lot']; typed: Record<string, string>; errors: Record<string, string> }

/** How much, and whether less will do: then how little. */
export function Quantities({ lot, typed, errors }: QuantityProps) {
  const { t, locale, format } = useT()
  const number = { unit: t(`units.symbols.${lot.unit}`), whole: lot.unit === 'piece' }
  const left = t('claims.form.left', { quantity: format.quantity(lot.available, lot.unit) })
  const atLeast = t('claims.form.least', { quantity: format.quantity(lot.min_claim, lot.unit) })
  const most = writeQuantity(Math.max(lot.available, lot.min_claim), lot.unit, locale)
  return (
    <div className="stack asking">
      <UnitField
        {...number}
        name="wanted"
        label={t('claims.form.wanted')}
        hint={lot.min_claim > 1 ? `${left} ${atLeast}` : left}
        defaultValue={typed['wanted'] || most}
        error={errors['wanted']}
        required
      />
      <Check
        name="less"
        label={t('claims.form.less')}
        note={t('claims.form.lessNote')}
        checked={typed['less'] === '1'}
      />
      <div data-for="less">
        <UnitField
          {...number}
          name="least"
          label={t('claims.form.minimum')}
          hint={t('claims.form.minimumHint')}
          optional
          defaultValue={typed['least'] ?? ''}
          error={errors['least']}
        />
      </div>
    </div>
  )
}

/** For whom, with how many lots each may still be given before others come first. */
export function Behalf({ parties, chosen }: { parties: AskPage['parties']; chosen: string }) {
  const { t } = useT()
  const quotaOf = ({ quota }: AskPage['parties'][number]) =>
    quota && t(quota.left > 0 ? 'claims.form.quota' : 'claims.form.quotaOver', quota)
  const [me, ...others] = parties
  if (!me) return null
  if (others.length === 0) return <p className="soft">{quotaOf(me)}</p>
  const choices = parties.map((party) => {
    const note = quotaOf(party)
    const label = party.kind === 'hub' ? t('claims.form.stockOf', { name: party.name }) : party.name
    return { value: party.id, label: label || t('claims.form.myself'), ...(note ? { note } : {}) }
  })
  return <Choices name="behalf" legend={t('claims.form.behalf')} columns="one" choices={choices} chosen={chosen} />
}
