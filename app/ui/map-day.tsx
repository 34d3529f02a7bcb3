import { Link } from '@remix-run/react'
import L from 'leaflet'
import { type CSSProperties, type MouseEvent, useReducer, useState } from 'react'
import { Circle, Pane, Polyline, useMap, useMapEvents } from 'react-leaflet'
import { type DayMark, type DaySpot, type DayWay, together, waysDrawn } from './day-spot.ts'
import { Icon } from './icon.tsx'
import { wasDragged } from './map-look.ts'
import { MapSheet } from './map-sheet.tsx'

type Props = { marks: readonly DayMark[]; ways: readonly DayWay[] }

export default function DayCanvas({ marks, ways }: Props) {
  const apart = together(marks)
  // Where it looked at first: a plan that is still getting better must not pull the map away under the eye.
  const [bounds] = useState(() => L.latLngBounds([...marks, ...ways.flatMap(({ spots }) => spots)].map(pointOf)))
  return (
    <MapSheet view={{ bounds, boundsOptions }}>
      {ways.map(({ id, spots }, index) => (
        <Polyline
          key={id}
          positions={spots.map(pointOf)}
          className={`map-way map-way--${index % waysDrawn}`}
          interactive={false}
        />
      ))}
      {apart.map((mark) =>
        mark.radius_m > 0 ? (
          <Circle
            key={mark.id}
            center={pointOf(mark)}
            radius={mark.radius_m}
            className="map-blur map-blur--quiet"
            interactive={false}
          />
        ) : null,
      )}
      <Marks marks={apart} />
    </MapSheet>
  )
}

const pointOf = ({ latitude, longitude }: DaySpot): [number, number] => [latitude, longitude]

function Marks({ marks }: Pick<Props, 'marks'>) {
  const map = useMap()
  const [, moved] = useReducer((times: number) => times + 1, 0)
  useMapEvents({ zoomend: moved, viewreset: moved })
  const press = (event: MouseEvent) => {
    if (event.detail > 0 && wasDragged(map)) event.preventDefault()
  }
  return (
    <Pane name="lots" style={overAll}>
      {marks.map(({ id, label, name, to, look, isDone, ...spot }) => {
        const { x, y } = map.latLngToLayerPoint(pointOf(spot)).round()
        return (
          <Link
            key={id}
            to={to}
            className="day-mark"
            data-look={look}
            data-done={isDone ? '' : undefined}
            aria-label={name}
            title={name}
            style={{ '--x': `${x}px`, '--y': `${y}px` } as CSSProperties}
            onClick={press}
          >
            {look === 'hub' ? <Icon name="warehouse" /> : label}
          </Link>
        )
      })}
    </Pane>
  )
}

const overAll = { zIndex: 620 }
const boundsOptions = { padding: L.point(28, 28), maxZoom: 14 }
