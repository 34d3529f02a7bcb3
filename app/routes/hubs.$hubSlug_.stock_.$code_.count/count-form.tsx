import { countReasons } from '#app/domain/handovers/stock-lot.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Grade } from '#app/domain/listings/weight-grade.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import type { StockReply } from '#app/ui/stock-reply.ts'
import { useAmounts } from '#app/ui/stock-row.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Lot = { code: string; quantity: number; unit: Unit; grams: number; grade: Grade }
type Facts = { title: string; keep: string; lot: Lot; written: string; count_id: string; sent_key: string }

export function CountForm({ title, keep, lot, written, count_id, sent_key, reply }: Facts & { reply: StockReply }) {
  const { t } = useT()
  const typed = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  return (
    <AskPage
      title={title}
      lead={t('stock.counting.lead', { what: useAmounts(lot).join(', ') })}
      refusal={reply?.refused ? t(`stock.refusals.${reply.refused}`) : undefined}
      submit={t('stock.counting.submit')}
      keep={{ to: keep, label: t('stock.back') }}
    >
      <input type="hidden" name="key" value={typed['key'] ?? sent_key} />
      <input type="hidden" name="count_id" value={typed['count_id'] ?? count_id} />
      <UnitField
        name="quantity"
        label={t('stock.counting.quantity')}
        unit={t(`units.symbols.${lot.unit}`)}
        whole={lot.unit === 'piece'}
        defaultValue={typed['quantity'] ?? written}
        error={errors['quantity']}
      />
      <UnitField
        name="weight"
        label={t('stock.counting.weight')}
        hint={t('stock.counting.weightHint')}
        unit="kg"
        optional
        defaultValue={typed['weight']}
        error={errors['weight']}
      />
      <Choices
        name="grade"
        legend={t('stock.counting.grade')}
        chosen={typed['grade'] ?? 'A'}
        choices={[
          { value: 'A', label: t('stock.counting.weighed') },
          { value: 'C', label: t('stock.counting.estimated') },
        ]}
      />
      <Choices
        name="reason"
        legend={t('stock.counting.reason')}
        chosen={typed['reason']}
        error={errors['reason']}
        choices={countReasons.map((reason) => ({ value: reason, label: t(`stock.reasons.${reason}`) }))}
      />
    </AskPage>
  )
}
