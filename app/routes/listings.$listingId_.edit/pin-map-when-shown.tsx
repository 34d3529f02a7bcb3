import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useT } from '#app/ui/use-t.tsx'
import type { PinMapProps } from './pin-map.tsx'

const PinMap = lazy(() => import('./pin-map.tsx'))

/** The map's code comes only when there is a point to show, and only to browsers that run scripts. */
export function PinMapWhenShown(props: PinMapProps) {
  const { t } = useT()
  const isBrowser = useSyncExternalStore(never, () => true, () => false)
  if (!isBrowser) return null
  return (
    <div className="field" data-scripted="">
      <span className="as-label">{t('posting.pickup.map')}</span>
      <span className="hint">{t('posting.pickup.mapHint')}</span>
      <Suspense fallback={<div className="pin-map" />}>
        <PinMap {...props} />
      </Suspense>
    </div>
  )
}

function never() {
  return () => undefined
}
