import L from 'leaflet'
import { Circle, Marker, useMapEvents } from 'react-leaflet'
import { iconSheet } from '#app/ui/icon-name.ts'
import { MapSheet } from '#app/ui/map-sheet.tsx'
import { useT } from '#app/ui/use-t.tsx'

export type PinMapProps = {
  latitude: number
  longitude: number
  /** As others will see it, once it is saved. */
  circle: { latitude_e6: number; longitude_e6: number; blur_radius_m: number } | null
  onMove: (latitude: number, longitude: number) => void
}

export default function PinMap(props: PinMapProps) {
  return (
    <MapSheet view={{ center: [props.latitude, props.longitude], zoom: 14 }}>
      <Pin {...props} />
    </MapSheet>
  )
}

const step = 0.0002
const ways: Record<string, [number, number]> = {
  ArrowUp: [step, 0],
  ArrowDown: [-step, 0],
  ArrowLeft: [0, -step],
  ArrowRight: [0, step],
}

function Pin({ latitude, longitude, circle, onMove }: PinMapProps) {
  const { t } = useT()
  useMapEvents({ click: ({ latlng }) => onMove(latlng.lat, latlng.lng) })
  function press({ originalEvent }: L.LeafletKeyboardEvent) {
    const way = ways[originalEvent.key]
    if (!way) return
    originalEvent.preventDefault()
    originalEvent.stopPropagation()
    onMove(latitude + way[0], longitude + way[1])
  }
  return (
    <>
      {circle ? (
        <Circle
          center={[circle.latitude_e6 / 1e6, circle.longitude_e6 / 1e6]}
          radius={circle.blur_radius_m}
          className="map-blur"
          interactive={false}
        />
      ) : null}
      <Marker
        draggable
        position={[latitude, longitude]}
        icon={mark()}
        alt={t('posting.pickup.pin')}
        title={t('posting.pickup.pin')}
        eventHandlers={{
          dragend: ({ target }) => onMove(target.getLatLng().lat, target.getLatLng().lng),
          keydown: press,
        }}
      />
    </>
  )
}

let drawn: L.DivIcon | undefined

// One and the same icon: a new one would make Leaflet replace the element, and the focus with it.
function mark() {
  drawn ??= L.divIcon({ html: markElement(), className: 'map-pin', iconSize: [0, 0] })
  return drawn
}

function markElement() {
  const pin = document.createElement('span')
  pin.className = 'pin'
  const box = document.createElement('span')
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `${iconSheet}#map-pin`)
  svg.append(use)
  box.append(svg)
  pin.append(box)
  return pin
}
