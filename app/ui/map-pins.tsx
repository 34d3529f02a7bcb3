import { useNavigate } from '@remix-run/react'
import { useEffect, useMemo, useState } from 'react'
import { Marker, useMap, useMapEvents } from 'react-leaflet'
import Supercluster from 'supercluster'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { Banner } from './banner.tsx'
import { bunchIcon, type LotPin, pinIcon } from './map-icons.ts'
import { useT } from './use-t.tsx'

type Pin = LotPin & { id: string; title: string; latitude: number; longitude: number }

/** Fetches the lots in view, cancelling what a newer move has made stale. */
export function MapPins({ search }: { search: SearchAsk }) {
  const { t } = useT()
  const map = useMap()
  const [view, setView] = useState(() => map.getBounds().pad(0.3).toBBoxString())
  const [lots, setLots] = useState<readonly Pin[]>([])
  const [failed, setFailed] = useState(false)
  useMapEvents({ moveend: () => setView(map.getBounds().pad(0.3).toBBoxString()) })
  const address = `/map/lots.json?${searchHref(search).split('?')[1] ?? ''}&bbox=${view}`
  // Where the map was moved to lives in Leaflet; the request follows it.
  useEffect(() => {
    const request = new AbortController()
    fetch(address, { signal: request.signal })
      .then((reply): Promise<{ lots: Pin[] }> => reply.json())
      .then((found) => {
        setLots(found.lots)
        setFailed(false)
      })
      .catch(() => setFailed(!request.signal.aborted))
    return () => request.abort()
  }, [address])
  return (
    <>
      {failed ? (
        <div className="map-here">
          <Banner tone="fail" role="status">
            {t('listings.map.failed')}
          </Banner>
        </div>
      ) : null}
      <Bunches lots={lots} />
    </>
  )
}

function Bunches({ lots }: { lots: readonly Pin[] }) {
  const { t, format } = useT()
  const map = useMap()
  const navigate = useNavigate()
  const index = useMemo(() => {
    const points = lots.map((lot) => ({
      type: 'Feature' as const,
      properties: lot,
      geometry: { type: 'Point' as const, coordinates: [lot.longitude, lot.latitude] },
    }))
    return new Supercluster<Pin>({ radius: 70, maxZoom: 16 }).load(points)
  }, [lots])
  const clusters = index.getClusters([-180, -85, 180, 85], Math.round(map.getZoom()))
  return clusters.map((cluster) => {
    const [longitude = 0, latitude = 0] = cluster.geometry.coordinates
    const { properties } = cluster
    if ('cluster_id' in properties) {
      const count = properties.point_count
      const closer = () =>
        map.setView([latitude, longitude], Math.min(17, index.getClusterExpansionZoom(properties.cluster_id)))
      return (
        <Marker
          key={`bunch ${properties.cluster_id} ${latitude}`}
          position={[latitude, longitude]}
          icon={bunchIcon(count)}
          title={t('listings.map.bunch', { count })}
          eventHandlers={{ click: closer }}
        />
      )
    }
    const label = properties.grams ? format.kilograms(properties.grams, 'C') : properties.material_name
    return (
      <Marker
        key={properties.id}
        position={[latitude, longitude]}
        icon={pinIcon(properties, label)}
        title={properties.title}
        eventHandlers={{ click: () => navigate(`/listings/${properties.id}`) }}
      />
    )
  })
}
