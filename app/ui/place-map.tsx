import { lazy, Suspense } from 'react'
import { useT } from './use-t.tsx'
import { WhenSeen } from './when-seen.tsx'
import './map.css'

const Canvas = lazy(() => import('./map-circle.tsx'))

export type Circle = { area: string; latitude: number; longitude: number; radius_m: number }

/** A circle that says "in here somewhere": never a point, so that nobody takes it for a door. */
export function PlaceMap(circle: Circle) {
  const { t } = useT()
  return (
    <WhenSeen className="map" label={t('listings.lot.where')}>
      <Suspense>
        <Canvas {...circle} />
      </Suspense>
    </WhenSeen>
  )
}
