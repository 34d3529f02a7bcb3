import type { Feature, FeatureCollection } from 'geojson'
import L from 'leaflet'
import { useEffect, useState } from 'react'
import { GeoJSON, Marker, useMap, useMapEvents } from 'react-leaflet'

const sheets = ['italy', 'lazio'] as const
const fetched = new Map<string, Promise<FeatureCollection>>()

function sheet(name: string) {
  const held =
    fetched.get(name) ?? fetch(`/basemap/${name}.json`).then((reply): Promise<FeatureCollection> => reply.json())
  fetched.set(name, held)
  return held
}

/** Land, water, borders, roads and names, drawn as vectors in the colours of the page. */
export function Basemap() {
  const [drawn, setDrawn] = useState<readonly FeatureCollection[]>([])
  // Leaflet draws what a fetch brings; React only waits for it.
  useEffect(() => {
    let isGone = false
    void Promise.all(sheets.map(sheet)).then((all) => isGone || setDrawn(all))
    return () => {
      isGone = true
    }
  }, [])
  const zoom = useZoom()
  return drawn.map((collection, at) => (
    <Sheet key={sheets[at]} collection={collection} zoom={zoom} isDetailed={sheets[at] === 'lazio'} />
  ))
}

function useZoom() {
  const map = useMap()
  const [zoom, setZoom] = useState(map.getZoom())
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) })
  return zoom
}

function Sheet({ collection, zoom, isDetailed }: { collection: FeatureCollection; zoom: number; isDetailed: boolean }) {
  const areas: FeatureCollection = {
    ...collection,
    features: collection.features.filter((feature) => feature.geometry.type !== 'Point'),
  }
  const names = collection.features.filter(
    (feature) => feature.geometry.type === 'Point' && isNamed(feature, zoom, isDetailed),
  )
  return (
    <>
      <GeoJSON
        data={areas}
        interactive={false}
        style={(feature) => ({ className: `map-${feature?.properties['layer']}` })}
      />
      {names.map((feature) => (
        <Marker
          key={`${feature.properties?.['layer']} ${feature.properties?.['name']}`}
          position={positionOf(feature)}
          icon={nameIcon(feature)}
          interactive={false}
          keyboard={false}
        />
      ))}
    </>
  )
}

const firstTownZoom = { italy: 4, lazio: 8 } as const
const firstQuarterZoom = 10

function isNamed({ properties }: Feature, zoom: number, isDetailed: boolean) {
  const rank = Number(properties?.['rank'] ?? 1)
  if (properties?.['layer'] === 'quarter') return zoom >= firstQuarterZoom + rank
  if (properties?.['layer'] === 'water-name') return zoom >= 10
  if (!isDetailed) return zoom < 8 && zoom >= firstTownZoom.italy + rank
  return zoom >= firstTownZoom.lazio + rank && (zoom < 13 || properties?.['name'] !== 'Roma')
}

function positionOf({ geometry }: Feature): [number, number] {
  const [longitude = 0, latitude = 0] = geometry.type === 'Point' ? geometry.coordinates : []
  return [latitude, longitude]
}

function nameIcon({ properties }: Feature) {
  const label = document.createElement('span')
  label.textContent = String(properties?.['name'] ?? '')
  return L.divIcon({ html: label, className: `map-name map-name--${properties?.['layer']}`, iconSize: [0, 0] })
}
