import { PlaceMap } from '#app/ui/place-map.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

export function LotWhere({ place }: { place: NonNullable<ListingPage['place']> }) {
  const { t } = useT()
  return (
    <section className="stack">
      <h2>{t('listings.lot.where')}</h2>
      <PlaceMap {...place} />
      <p className="soft">{t('listings.lot.circle', { area: place.area })}</p>
    </section>
  )
}
