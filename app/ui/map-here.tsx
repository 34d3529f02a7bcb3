import { useNavigate } from '@remix-run/react'
import type L from 'leaflet'
import { startTransition, useEffect, useState } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { Button } from './button.tsx'
import { lookAt, looksAt, viewOf } from './map-look.ts'
import { useT } from './use-t.tsx'

/** Keeps the map where the search looks, and once the reader has moved it away, offers to search there. */
export function SearchHere({ search, look }: { search: SearchAsk; look: L.LatLngBounds }) {
  const { t } = useT()
  const navigate = useNavigate()
  const map = useMap()
  const [isAway, setAway] = useState(false)
  useMapEvents({ moveend: () => startTransition(() => setAway(!looksAt(map, look))) })
  // Where the map looks is Leaflet's own: a new question, and the way back to an old one, must tell it.
  useEffect(() => {
    lookAt(map, look)
    setAway(false)
  }, [map, look])
  if (!isAway) return null
  const searchHere = () =>
    navigate(searchHref(search, { bbox: viewOf(map), near: '', lat: undefined, lon: undefined, radius: undefined }), {
      preventScrollReset: true,
    })
  return (
    <div className="map-here">
      <Button kind="solid" size="s" icon="search" onClick={searchHere}>
        {t('listings.map.here')}
      </Button>
    </div>
  )
}
