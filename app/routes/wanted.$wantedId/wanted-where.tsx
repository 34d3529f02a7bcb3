import { PlaceMap } from '#app/ui/place-map.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { WantedPage } from './wanted-page.server.ts'

export function WantedWhere({ place }: Pick<WantedPage, 'place'>) {
  const { t } = useT()
  return (
    <section className="stack where">
      <h2>{t('wanted.page.where')}</h2>
      <PlaceMap {...place} />
      <p className="soft">{t('wanted.page.circle', { area: place.area })}</p>
    </section>
  )
}
