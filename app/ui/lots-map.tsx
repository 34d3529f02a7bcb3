import { lazy, Suspense } from 'react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import type { Point } from '#app/domain/places/point.ts'
import { useT } from './use-t.tsx'
import { WhenSeen } from './when-seen.tsx'
import './map.css'

const Canvas = lazy(() => import('./map-lots.tsx'))

/** The map beside the list. Its code, and Leaflet's, comes only when it is on the screen. */
export function LotsMap({ search, from }: { search: SearchAsk; from: Point | undefined }) {
  const { t } = useT()
  return (
    <WhenSeen className="map" label={t('listings.map.label')}>
      <Suspense>
        <Canvas search={search} from={from} />
      </Suspense>
    </WhenSeen>
  )
}
