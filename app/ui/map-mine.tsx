import { useState } from 'react'
import { CircleMarker, useMap } from 'react-leaflet'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { type Spot, useMyPosition } from './my-position.ts'
import { useT } from './use-t.tsx'

const closeBy = 14

/** «Where I am»: the map goes there. The search does not, until it is asked to search there. */
export function MyPosition() {
  const { t } = useT()
  const map = useMap()
  const [spot, setSpot] = useState<Spot>()
  const { locate, looking, trouble } = useMyPosition((found) => {
    setSpot(found)
    map.setView([found.lat, found.lon], Math.max(closeBy, map.getZoom()))
  })
  return (
    <>
      <button
        type="button"
        className="map-mine"
        aria-label={t('listings.place.mine')}
        aria-busy={looking || undefined}
        onClick={locate}
      >
        <Icon name="locate" />
      </button>
      {spot ? <CircleMarker center={[spot.lat, spot.lon]} radius={9} className="map-me" interactive={false} /> : null}
      {trouble ? (
        <div className="map-said">
          <Banner tone="fail" role="status">
            {t(`listings.place.${trouble}`)}
          </Banner>
        </div>
      ) : null}
    </>
  )
}
