import { Link } from '@remix-run/react'
import { countReasons } from '#app/domain/handovers/stock-lot.ts'
import { Timeline } from '#app/ui/timeline.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { LotPage } from './lot-page.server.ts'

const said = [...countReasons, 'more_than_held', 'nothing_left'] as const

/** Every move of a stock lot with what it changed, oldest first. */
export function LotHistory({ page }: { page: LotPage }) {
  const { t, format } = useT()
  const { lot, moves } = page
  const signed = (amount: number, words: string) => `${amount > 0 ? '+' : '−'}${words}`
  const moments = moves.map(({ id, kind, quantity, grams, at, reason, other, handover_id, by }) => {
    const amounts = [
      quantity === 0 ? '' : signed(quantity, format.quantity(Math.abs(quantity), lot.unit)),
      grams === 0 || lot.unit === 'g' ? '' : signed(grams, format.kilograms(Math.abs(grams), 'A')),
    ]
    const why = said.find((one) => one === reason)
    const words = t(`stock.moves.${kind}`, { what: amounts.filter(Boolean).join(', '), other })
    const text = (
      <>
        {handover_id === null ? words : <Link to={`/handovers/${handover_id}`}>{words}</Link>}
        <span className="tiny soft"> {[why ? t(`stock.reasons.${why}`) : '', by].filter(Boolean).join(' · ')}</span>
      </>
    )
    return { key: id, at, text }
  })
  return <Timeline moments={moments} />
}
