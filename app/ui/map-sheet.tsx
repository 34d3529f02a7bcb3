import { useRouteLoaderData } from '@remix-run/react'
import type L from 'leaflet'
import type { ReactNode } from 'react'
import { AttributionControl, MapContainer, Pane, TileLayer, ZoomControl } from 'react-leaflet'
import { Basemap } from './map-basemap.tsx'
import { useT } from './use-t.tsx'

type View =
  | { center: [number, number]; zoom: number }
  | { bounds: L.LatLngBounds; maxZoom: number }
  | { bounds: L.LatLngBounds; boundsOptions: L.FitBoundsOptions }
type Props = { view: View; children: ReactNode }
type Tiles = { url: string; attribution: string } | undefined

/** The drawn map of Italy and Lazio, with tiles over it when the operator has named a server of them. */
export function MapSheet({ view, children }: Props) {
  const { t } = useT()
  const tiles = (useRouteLoaderData('root') as { tiles?: Tiles } | undefined)?.tiles
  return (
    <MapContainer
      minZoom={5}
      maxZoom={17}
      worldCopyJump
      {...view}
      ref={(map) => map && tellWhatItIs(map, t('listings.map.keys'))}
      zoomControl={false}
      attributionControl={false}
      className="map-sheet"
    >
      <Pane name="drawn" style={underTiles}>
        <Basemap />
      </Pane>
      {tiles ? <TileLayer {...tiles} referrerPolicy="origin" /> : null}
      {children}
      <ZoomControl
        position="topright"
        zoomInTitle={t('listings.map.zoomIn')}
        zoomOutTitle={t('listings.map.zoomOut')}
        zoomInText="+"
        zoomOutText="−"
      />
      <AttributionControl position="bottomright" prefix={t('listings.map.credit')} />
    </MapContainer>
  )
}

function tellWhatItIs(map: L.Map, label: string) {
  const box = map.getContainer()
  box.role = 'group'
  box.ariaLabel = label
}

// It arrives by fetch, after the circles: in Leaflet's usual pane it would lie over them, and over the tiles.
const underTiles = { zIndex: 150 }
