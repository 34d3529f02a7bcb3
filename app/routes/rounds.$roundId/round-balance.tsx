import { Form } from '@remix-run/react'
import { goodsAboard } from '#app/domain/rounds/aboard.ts'
import { balanceOf } from '#app/domain/rounds/balance.ts'
import type { RoundPage } from '#app/http/round-page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useIsOnline } from '#app/ui/use-round-queue.ts'
import { useT } from '#app/ui/use-t.tsx'

const lines = ['collected', 'hub_out', 'delivered', 'hub_in', 'disposed', 'difference'] as const

/** The round's account in grams, and its end: it closes when every one is somewhere. */
export function RoundBalance({ page, isSent }: { page: RoundPage; isSent: boolean }) {
  const { t, format } = useT()
  const { round, moves, stops } = page
  if (moves.length === 0 && round.state !== 'in_progress') return null
  const balance = balanceOf(moves)
  const left = stops.some(({ kind, state }) => state === 'planned' && kind !== 'hub_in')
  const isAboard = goodsAboard(moves).size > 0
  const signed = (grams: number) => `${grams < 0 ? '−' : ''}${format.grams(Math.abs(grams))}`
  const facts = [
    ...lines.map((kind) => ({
      term: t(`driving.balance.${kind}`),
      value: balance[kind] === 0 ? undefined : signed(balance[kind]),
    })),
    { term: t(isAboard ? 'driving.balance.aboard' : 'driving.balance.open'), value: signed(balance.open) },
  ]
  return (
    <section className="stack stack--s no-print" id="balance" tabIndex={-1}>
      <h2 className="head-s head--gap">{t('driving.balance.title')}</h2>
      <DefinitionList facts={facts} />
      {round.state === 'in_progress' ? <Closing {...{ page, left, isAboard, isSent }} open={balance.open} /> : null}
    </section>
  )
}

type Props = { page: RoundPage; left: boolean; isAboard: boolean; isSent: boolean; open: number }

function Closing({ page, left, isAboard, isSent, open }: Props) {
  const { t, format } = useT()
  const { id } = page.round
  const isOnline = useIsOnline()
  if (!isSent || !isOnline) return <p className="soft">{t('driving.balance.unsent')}</p>
  if (left)
    return (
      <details>
        <summary className="touch">{t('driving.breakdown.title')}</summary>
        <Form method="post" action={`/rounds/${id}/breakdown`} className="stack stack--s">
          <p className="soft">{t('driving.breakdown.why')}</p>
          <Button type="submit" kind="danger" size="s">
            {t('driving.breakdown.say')}
          </Button>
        </Form>
      </details>
    )
  if (isAboard) return null
  if (open !== 0)
    return (
      <Form method="post" action={`/rounds/${id}/difference`} className="stack stack--s">
        <input type="hidden" name="idempotency_key" value={`${page.key}-difference`} />
        <TextField
          name="reason"
          label={t('driving.balance.reason', { grams: format.grams(Math.abs(open)) })}
          hint={t('driving.balance.reasonHint')}
          required
          maxLength={300}
        />
        <Submit kind="solid">{t('driving.balance.explain')}</Submit>
      </Form>
    )
  return (
    <Form method="post" action={`/rounds/${id}/closing`}>
      <Submit kind="next" size="wide">
        {t('driving.balance.close')}
      </Submit>
    </Form>
  )
}
