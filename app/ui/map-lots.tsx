import { useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import type { Point } from '#app/domain/places/point.ts'
import { Button } from './button.tsx'
import { MapPins } from './map-pins.tsx'
import { MapSheet } from './map-sheet.tsx'
import { useT } from './use-t.tsx'

const rome: [number, number] = [41.895, 12.505]

type Props = { search: SearchAsk; from: Point | undefined }

/** Every lot of the search, as pins that gather when they would overlap. The list beside it is its accessible twin. */
export default function LotsOnMap({ search, from }: Props) {
  const centre: [number, number] = from ? [from.latitude_e6 / 1e6, from.longitude_e6 / 1e6] : rome
  return (
    <MapSheet key={centre.join()} centre={centre} zoom={zoomFor(search.radius ?? (from ? 10 : 15))}>
      <MapPins search={search} />
      <SearchHere search={search} />
    </MapSheet>
  )
}

function SearchHere({ search }: { search: SearchAsk }) {
  const { t } = useT()
  const navigate = useNavigate()
  const map = useMap()
  const [moved, setMoved] = useState(false)
  useMapEvents({ dragend: () => setMoved(true), zoomend: () => setMoved(true) })
  if (!moved) return null
  const search_here = () => {
    const { lat, lng } = map.getCenter()
    const radius = Math.min(
      200,
      Math.max(1, Math.ceil(map.distance(map.getBounds().getNorthEast(), map.getCenter()) / 1000)),
    )
    navigate(
      searchHref(search, {
        near: t('listings.place.here'),
        lat: Number(lat.toFixed(4)),
        lon: Number(lng.toFixed(4)),
        radius,
      }),
    )
  }
  return (
    <div className="map-here">
      <Button kind="solid" size="s" icon="search" onClick={search_here}>
        {t('listings.map.here')}
      </Button>
    </div>
  )
}

/** The zoom at which a circle of so many kilometres fills a phone's width. */
function zoomFor(kilometres: number) {
  return Math.max(6, Math.min(15, Math.round(14.3 - Math.log2(kilometres))))
}
