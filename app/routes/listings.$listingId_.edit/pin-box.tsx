import { lazy, Suspense } from 'react'
import { useT } from '#app/ui/use-t.tsx'
import { WhenSeen } from '#app/ui/when-seen.tsx'
import '#app/ui/map.css'
import type { PinMapProps } from './pin-map.tsx'

const PinMap = lazy(() => import('./pin-map.tsx'))

/** The map's code comes only when there is a point to show and somebody scrolls to it. */
export function PinBox(props: PinMapProps) {
  const { t } = useT()
  return (
    <div className="field" data-scripted="">
      <span className="as-label">{t('posting.pickup.map')}</span>
      <span className="hint">{t('posting.pickup.mapHint')}</span>
      <WhenSeen className="map pin-map" label={t('posting.pickup.map')}>
        <Suspense>
          <PinMap {...props} />
        </Suspense>
      </WhenSeen>
      {props.circle ? <span className="hint">{t('posting.pickup.blur')}</span> : null}
    </div>
  )
}
