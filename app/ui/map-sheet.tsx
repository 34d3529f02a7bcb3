import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AttributionControl, MapContainer, Pane, TileLayer, ZoomControl } from 'react-leaflet'
import { Basemap } from './map-basemap.tsx'
import { useT } from './use-t.tsx'

type Props = { centre: [number, number]; zoom: number; children: ReactNode }
type Tiles = { url: string; attribution: string } | undefined

/** The drawn map of Italy and Lazio, with tiles over it when the operator has named a server of them. */
export function MapSheet({ centre, zoom, children }: Props) {
  const { t } = useT()
  const tiles = (useRouteLoaderData('root') as { tiles?: Tiles } | undefined)?.tiles
  return (
    <MapContainer
      center={centre}
      zoom={zoom}
      minZoom={5}
      maxZoom={17}
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

// It arrives by fetch, after the circles: in Leaflet's usual pane it would lie over them, and over the tiles.
const underTiles = { zIndex: 150 }
