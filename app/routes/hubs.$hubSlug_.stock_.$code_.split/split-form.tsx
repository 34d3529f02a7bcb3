import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Grade } from '#app/domain/listings/weight-grade.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import type { StockReply } from '#app/ui/stock-reply.ts'
import { useAmounts } from '#app/ui/stock-row.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Lot = { code: string; quantity: number; unit: Unit; grams: number; grade: Grade }
type Props = { page: string; lot: Lot; sent_key: string; title: string; reply: StockReply }

export function SplitForm({ page, lot, sent_key, title, reply }: Props) {
  const { t } = useT()
  const typed = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const unit = t(`units.symbols.${lot.unit}`)
  return (
    <AskPage
      title={title}
      lead={`${t('stock.split.lead')} ${useAmounts(lot).join(', ')}.`}
      refusal={reply?.refused ? t(`stock.refusals.${reply.refused}`) : undefined}
      submit={t('stock.split.submit')}
      keep={{ to: page, label: t('stock.back') }}
    >
      <input type="hidden" name="key" value={typed['key'] ?? sent_key} />
      {[1, 2, 3].map((part) => (
        <fieldset key={part} className="stack stack--s stock-part">
          <legend className="head-s">{t('stock.split.part', { n: part })}</legend>
          <UnitField
            name={`quantity_${part}`}
            label={t('stock.split.quantity')}
            unit={unit}
            whole={lot.unit === 'piece'}
            optional={part > 1}
            defaultValue={typed[`quantity_${part}`]}
            error={errors[`quantity_${part}`]}
          />
          <UnitField
            name={`weight_${part}`}
            label={t('stock.split.weight')}
            hint={t('stock.split.weightHint')}
            unit="kg"
            optional
            defaultValue={typed[`weight_${part}`]}
            error={errors[`weight_${part}`]}
          />
        </fieldset>
      ))}
    </AskPage>
  )
}
