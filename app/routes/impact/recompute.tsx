import { Link } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import type { Recomputed } from '#app/domain/handovers/recompute.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Outcome = 'downloading' | 'failed' | Recomputed

/** Redoes the sums in the reader's own browser. Without scripts the link leads to how to do it by hand. */
export function Recompute({ shown, children }: { shown: number; children: ReactNode }) {
  const { t } = useT()
  const [outcome, setOutcome] = useState<Outcome | undefined>()
  const start = async () => {
    setOutcome('downloading')
    const response = await fetch('/exports/mass-ledger.csv')
    if (!response.ok) return setOutcome('failed')
    const { recompute } = await import('#app/domain/handovers/recompute.ts')
    setOutcome(await recompute(await response.text()))
  }
  return (
    <div className="stack">
      <div className="row row--buttons">
        {children}
        <Link
          className="btn btn--plain"
          to="/impact/method#chain"
          onClick={(event) => {
            event.preventDefault()
            start().catch(() => setOutcome('failed'))
          }}
        >
          {t('impact.register.recompute')}
        </Link>
      </div>
      <div role="status">{outcome ? <Result outcome={outcome} shown={shown} /> : null}</div>
    </div>
  )
}

function Result({ outcome, shown }: { outcome: Outcome; shown: number }) {
  const { t, format } = useT()
  if (outcome === 'downloading') return <p>{t('impact.recomputing.downloading')}</p>
  if (outcome === 'failed') return <Banner tone="fail">{t('impact.recomputing.failed')}</Banner>
  if (outcome.broken !== undefined)
    return <Banner tone="fail">{t('impact.recomputing.broken', { seq: outcome.broken })}</Banner>
  const kilograms = format.kilograms(outcome.grams)
  if (outcome.grams !== shown)
    return <Banner>{t('impact.recomputing.other', { kilograms, shown: format.kilograms(shown) })}</Banner>
  return <Banner tone="done">{t('impact.recomputing.right', { count: outcome.entries, kilograms })}</Banner>
}
