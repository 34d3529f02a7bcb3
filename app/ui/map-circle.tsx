import { Circle, useMap } from 'react-leaflet'
import { MapSheet } from './map-sheet.tsx'
import type { Circle as Spot } from './place-map.tsx'

export default function CircleMap({ latitude, longitude, radius_m }: Spot) {
  const centre: [number, number] = [latitude, longitude]
  return (
    <MapSheet view={{ center: centre, zoom: 13 }}>
      {radius_m > 0 ? (
        <Circle center={centre} radius={radius_m} className="map-blur" interactive={false} />
      ) : (
        <Dot centre={centre} />
      )}
    </MapSheet>
  )
}

function Dot({ centre }: { centre: [number, number] }) {
  const zoom = useMap().getZoom()
  return <Circle center={centre} radius={zoom > 12 ? 60 : 200} className="map-blur" interactive={false} />
}
