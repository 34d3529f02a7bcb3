import { lazy, Suspense } from 'react'
import { useT } from './use-t.tsx'
import { WhenSeen } from './when-seen.tsx'
import './map.css'

const Canvas = lazy(() => import('./map-circle.tsx'))

/** How far somebody comes: a radius around the centre, or the corners of an area in millionths of a degree. */
export type Reach = { radius_m: number | null; corners: readonly (readonly [number, number])[] }

export type Circle = { area: string; latitude: number; longitude: number; radius_m: number; reach?: Reach }

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
