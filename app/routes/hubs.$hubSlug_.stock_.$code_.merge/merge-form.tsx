import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Grade } from '#app/domain/listings/weight-grade.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { Empty } from '#app/ui/empty.tsx'
import type { StockReply } from '#app/ui/stock-reply.ts'
import { useT } from '#app/ui/use-t.tsx'

type Other = { id: string; code: string; title: string; quantity: number; unit: Unit; grams: number; grade: Grade }
type Props = { title: string; page: string; others: readonly Other[]; sent_key: string; reply: StockReply }

export function MergeForm({ title, page, others, sent_key, reply }: Props) {
  const { t, format } = useT()
  if (others.length === 0)
    return (
      <div className="page page--narrow page--top stack">
        <h1>{title}</h1>
        <Empty
          heading="h2"
          title={t('stock.merge.none')}
          action={<ButtonLink to={page}>{t('stock.back')}</ButtonLink>}
        />
      </div>
    )
  return (
    <AskPage
      title={title}
      lead={t('stock.merge.lead')}
      refusal={reply?.refused ? t(`stock.refusals.${reply.refused}`) : undefined}
      submit={t('stock.merge.submit')}
      keep={{ to: page, label: t('stock.back') }}
    >
      <input type="hidden" name="key" value={reply?.typed['key'] ?? sent_key} />
      <Choices
        name="from"
        legend={t('stock.merge.which')}
        columns="one"
        chosen={reply?.typed['from']}
        error={reply?.errors?.['from']}
        choices={others.map(({ id, code, title: what, quantity, unit, grams, grade }) => ({
          value: id,
          label: `${code} · ${what}`,
          note: [
            format.quantity(quantity, unit),
            grams === 0 ? t('stock.unweighed') : format.kilograms(grams, grade),
          ].join(', '),
        }))}
      />
    </AskPage>
  )
}
