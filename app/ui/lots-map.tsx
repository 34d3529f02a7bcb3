import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import type { Point } from '#app/domain/places/point.ts'
import { Button } from './button.tsx'
import { useT } from './use-t.tsx'
import { WhenSeen } from './when-seen.tsx'
import './map.css'
import './lots-map.css'

const Canvas = lazy(() => import('./map-lots.tsx'))

type Props = { search: SearchAsk; from: Point | undefined; onLeave: () => void }

/**
 * The map beside the list; on a phone above it, once asked for. Its code, and Leaflet's, comes only when it is on the
 * screen.
 */
export function LotsMap({ search, from, onLeave }: Props) {
  const { t } = useT()
  const [isOpen, setOpen] = useState(search.bbox !== undefined)
  const leave = (key: KeyboardEvent) => {
    if (key.key === 'Escape') onLeave()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys only pass through on their way from the map's own buttons
    <div className="lots-map" data-open={isOpen ? '' : undefined} onKeyDown={leave}>
      <Button type="button" icon="map" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'listings.map.hide' : 'listings.map.show')}
      </Button>
      <WhenSeen className="map" label={t('listings.map.label')}>
        <Suspense>
          <Canvas search={search} from={from} />
        </Suspense>
      </WhenSeen>
    </div>
  )
}
