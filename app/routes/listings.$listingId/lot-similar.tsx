import { LotCard } from '#app/ui/lot-card.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

export function LotSimilar({ similar }: Pick<ListingPage, 'similar'>) {
  const { t } = useT()
  if (similar.length === 0) return null
  return (
    <section className="section">
      <Title>{t('listings.lot.similarTitle')}</Title>
      <div className="lots">
        {similar.map((other) => (
          <LotCard key={other.id} lot={other} />
        ))}
      </div>
    </section>
  )
}
