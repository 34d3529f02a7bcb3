import type { Unit } from '#app/domain/listings/quantity.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { StockReply } from '#app/ui/stock-reply.ts'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Facts = {
  title: string
  page: string
  lot: { code: string; title: string; quantity: number; unit: Unit }
  written: string
  sent_key: string
}

const conditions = ['new', 'good', 'worn', 'to_repair'] as const
const rules = ['fair_window', 'donor_picks', 'first_come'] as const

export function OfferForm({ title, page, lot, written, sent_key, reply }: Facts & { reply: StockReply }) {
  const { t, format } = useT()
  const typed = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] })
  return (
    <AskPage
      title={title}
      lead={t('stock.offer.lead')}
      refusal={reply?.refused ? t(`stock.refusals.${reply.refused}`) : undefined}
      submit={t('stock.offer.submit')}
      keep={{ to: page, label: t('stock.back') }}
    >
      <input type="hidden" name="key" value={typed['key'] ?? sent_key} />
      <UnitField
        {...field('quantity')}
        label={t('stock.offer.quantity')}
        hint={t('stock.offer.quantityHint', { quantity: format.quantity(lot.quantity, lot.unit) })}
        unit={t(`units.symbols.${lot.unit}`)}
        whole={lot.unit === 'piece'}
        defaultValue={typed['quantity'] ?? written}
      />
      <TextField
        {...field('title')}
        label={t('stock.offer.titleLabel')}
        maxLength={80}
        defaultValue={typed['title'] ?? lot.title}
      />
      <TextArea {...field('description')} label={t('stock.offer.description')} rows={3} optional />
      <Choices
        name="condition"
        legend={t('stock.offer.condition')}
        chosen={typed['condition']}
        error={errors['condition']}
        choices={conditions.map((each) => ({ value: each, label: t(`posting.measures.conditions.${each}`) }))}
      />
      <Choices
        name="allocation_rule"
        legend={t('stock.offer.rule')}
        columns="one"
        chosen={typed['allocation_rule'] ?? 'fair_window'}
        error={errors['allocation_rule']}
        choices={rules.map((each) => ({ value: each, label: t(`posting.pickup.rules.${each}`) }))}
      />
      <TextField {...field('until')} type="date" label={t('stock.offer.until')} optional />
    </AskPage>
  )
}
