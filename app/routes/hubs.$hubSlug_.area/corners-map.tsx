import L from 'leaflet'
import { Marker, Polygon, useMapEvents } from 'react-leaflet'
import type { Corner } from '#app/domain/hubs/corners.ts'
import { MapSheet } from '#app/ui/map-sheet.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  centre: [number, number]
  corners: readonly Corner[]
  onCorners: (corners: readonly Corner[]) => void
}

export default function CornersMap(props: Props) {
  const drawn = props.corners.map(degrees)
  const view = drawn.length > 2 ? { bounds: L.latLngBounds(drawn), maxZoom: 14 } : { center: props.centre, zoom: 11 }
  return (
    <MapSheet view={view}>
      <Corners {...props} />
    </MapSheet>
  )
}

const ways: Record<string, [number, number]> = {
  ArrowUp: [1000, 0],
  ArrowDown: [-1000, 0],
  ArrowLeft: [0, -1000],
  ArrowRight: [0, 1000],
}

/** A tap adds a corner; a corner is dragged, moved with the arrows, taken away with Delete. */
function Corners({ corners, onCorners }: Props) {
  const { t } = useT()
  useMapEvents({ click: ({ latlng }) => onCorners([...corners, cornerOf(latlng)]) })
  const put = (at: number, corner: Corner) => onCorners(corners.with(at, corner))
  function press(at: number, [latitude, longitude]: Corner, { key }: KeyboardEvent) {
    const way = ways[key]
    if (way) put(at, [latitude + way[0], longitude + way[1]])
    if (key === 'Delete' || key === 'Backspace') onCorners(corners.toSpliced(at, 1))
    return way !== undefined
  }
  return (
    <>
      {corners.length > 1 ? (
        <Polygon positions={corners.map(degrees)} className="map-blur" interactive={false} />
      ) : null}
      {corners.map((corner, at) => (
        <Marker
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the list
          key={at}
          draggable
          position={degrees(corner)}
          icon={dot()}
          alt={t('hubRooms.area.corner', { n: at + 1 })}
          title={t('hubRooms.area.corner', { n: at + 1 })}
          eventHandlers={{
            dragend: ({ target }) => put(at, cornerOf(target.getLatLng())),
            keydown: ({ originalEvent }) => {
              if (!press(at, corner, originalEvent)) return
              originalEvent.preventDefault()
              originalEvent.stopPropagation()
            },
          }}
        />
      ))}
    </>
  )
}

const degrees = ([latitude, longitude]: Corner): [number, number] => [latitude / 1e6, longitude / 1e6]
const cornerOf = ({ lat, lng }: L.LatLng): Corner => [Math.round(lat * 1e5) * 10, Math.round(lng * 1e5) * 10]

let drawn: L.DivIcon | undefined

// One and the same icon: a new one would make Leaflet replace the element, and the focus with it.
function dot() {
  drawn ??= L.divIcon({ className: 'area-corner', iconSize: [44, 44] })
  return drawn
}
