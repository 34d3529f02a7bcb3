import type { Feature, FeatureCollection } from 'geojson'
import L from 'leaflet'
import { useEffect, useMemo, useState } from 'react'
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
  const renderer = useMemo(() => new CalmSvg({ padding: 0.5, pane: 'drawn' }), [])
  return drawn.map((collection, at) => (
    <Sheet
      key={sheets[at]}
      collection={collection}
      zoom={zoom}
      isDetailed={sheets[at] === 'lazio'}
      renderer={renderer}
    />
  ))
}

type Drawn = { _map: L.Map | null; _bounds: L.Bounds | undefined; _zoom: number }
type Redraw = { _update: () => void }
const { _update: redraw } = L.SVG.prototype as unknown as Redraw

/**
 * Leaflet draws every path again at each end of a drag. Here what is drawn reaches half a screen beyond the view, stays
 * as it is for as long as that is enough, and is drawn again only after the hand that let go has been answered.
 */
const CalmSvg = L.SVG.extend({
  _update(this: Drawn & Redraw) {
    const { _map: map, _bounds: bounds } = this
    if (!map || !bounds || this._zoom !== map.getZoom()) return redraw.call(this)
    const size = map.getSize()
    const corner = map.containerPointToLayerPoint([0, 0])
    if (bounds.contains(L.bounds(corner, corner.add(size)))) return
    requestAnimationFrame(() => setTimeout(() => this._map && redraw.call(this)))
  },
}) as unknown as typeof L.SVG

function useZoom() {
  const map = useMap()
  const [zoom, setZoom] = useState(map.getZoom())
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) })
  return zoom
}

type Props = { collection: FeatureCollection; zoom: number; isDetailed: boolean; renderer: L.SVG }

function Sheet({ collection, zoom, isDetailed, renderer }: Props) {
  const areas: FeatureCollection = {
    ...collection,
    features: collection.features.filter((feature) => feature.geometry.type !== 'Point'),
  }
  const names = apart(
    collection.features.filter((feature) => feature.geometry.type === 'Point' && isNamed(feature, zoom, isDetailed)),
    zoom,
  )
  return (
    <>
      <GeoJSON data={areas} interactive={false} style={lookOf} {...{ renderer }} />
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

// One and the same function: another one would style every path again at each zoom.
const lookOf = (feature?: Feature) => ({ className: `map-${feature?.properties?.['layer']}` })

const firstTownZoom = { italy: 4, lazio: 8 } as const
const firstQuarterZoom = 10

function isNamed({ properties }: Feature, zoom: number, isDetailed: boolean) {
  const rank = Number(properties?.['rank'] ?? 1)
  if (properties?.['layer'] === 'quarter') return zoom >= firstQuarterZoom + rank
  if (properties?.['layer'] === 'water-name') return zoom >= 10
  if (!isDetailed) return zoom < 8 && zoom >= firstTownZoom.italy + rank
  return zoom >= firstTownZoom.lazio + rank && (zoom < 13 || properties?.['name'] !== 'Roma')
}

/** Names that no more important one would cover: towns before quarters, the larger first. */
function apart(names: readonly Feature[], zoom: number) {
  const importance = ({ properties }: Feature) =>
    Number(properties?.['rank'] ?? 1) + (properties?.['layer'] === 'quarter' ? 10 : 0)
  const taken: L.Bounds[] = []
  return names
    .toSorted((a, b) => importance(a) - importance(b))
    .filter((feature) => {
      const { x, y } = L.CRS.EPSG3857.latLngToPoint(L.latLng(positionOf(feature)), zoom)
      const half = String(feature.properties?.['name']).length * letter_px * 0.5 + letter_px
      const box = L.bounds([x - half, y - letter_px], [x + half, y + letter_px])
      if (taken.some((other) => other.intersects(box))) return false
      taken.push(box)
      return true
    })
}

// As wide as a letter is on average, spaced as names of quarters are.
const letter_px = 9

function positionOf({ geometry }: Feature): [number, number] {
  const [longitude = 0, latitude = 0] = geometry.type === 'Point' ? geometry.coordinates : []
  return [latitude, longitude]
}

function nameIcon({ properties }: Feature) {
  const label = document.createElement('span')
  label.textContent = String(properties?.['name'] ?? '')
  return L.divIcon({ html: label, className: `map-name map-name--${properties?.['layer']}`, iconSize: [0, 0] })
}
