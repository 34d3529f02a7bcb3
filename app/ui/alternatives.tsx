import { type Lot, LotCard } from './lot-card.tsx'
import { useT } from './use-t.tsx'

/** Somebody leaves with nothing: what lies nearby instead. */
export function Alternatives({ lots }: { lots: readonly Lot[] }) {
  const { t } = useT()
  if (lots.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('claims.alternatives')}</h2>
      <div className="lots">
        {lots.map((lot) => (
          <LotCard key={lot.id} lot={lot} />
        ))}
      </div>
    </section>
  )
}
