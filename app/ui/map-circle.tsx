import L from 'leaflet'
import { Circle, Polygon, useMap } from 'react-leaflet'
import { MapSheet } from './map-sheet.tsx'
import type { Reach, Circle as Spot } from './place-map.tsx'

export default function CircleMap({ latitude, longitude, radius_m, reach }: Spot) {
  const centre: [number, number] = [latitude, longitude]
  return (
    <MapSheet view={viewOf(centre, reach)}>
      {reach ? <Area centre={centre} reach={reach} /> : null}
      {radius_m > 0 ? (
        <Circle center={centre} radius={radius_m} className="map-blur" interactive={false} />
      ) : (
        <Dot centre={centre} />
      )}
    </MapSheet>
  )
}

function viewOf(centre: [number, number], reach: Reach | undefined) {
  const corners = cornersOf(reach)
  if (corners.length > 2) return { bounds: L.latLngBounds([...corners, centre]), maxZoom: 13 }
  if (reach?.radius_m) return { bounds: L.latLng(centre).toBounds(reach.radius_m * 2), maxZoom: 13 }
  return { center: centre, zoom: 13 }
}

function Area({ centre, reach }: { centre: [number, number]; reach: Reach }) {
  const corners = cornersOf(reach)
  if (corners.length > 2) return <Polygon positions={corners} className="map-blur" interactive={false} />
  return reach.radius_m ? (
    <Circle center={centre} radius={reach.radius_m} className="map-blur" interactive={false} />
  ) : null
}

function cornersOf(reach: Reach | undefined) {
  return (reach?.corners ?? []).map(([latitude, longitude]): [number, number] => [latitude / 1e6, longitude / 1e6])
}

function Dot({ centre }: { centre: [number, number] }) {
  const zoom = useMap().getZoom()
  return <Circle center={centre} radius={zoom > 12 ? 60 : 200} className="map-blur" interactive={false} />
}
