import { type Map as LeafletMap, latLngBounds } from 'leaflet'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { Circle, Pane, useMap, useMapEvents } from 'react-leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { MapCard } from './map-card.tsx'
import { nearestZoom, wasDragged } from './map-look.ts'
import { MapMark } from './map-mark.tsx'
import { isOneSpot, knowsAll, type LotsInView, type Mark, marksOf } from './map-seen.ts'

type Props = { seen: LotsInView | undefined; search: SearchAsk }

/** The lots in view as things to press, in one pane that moves as a whole, and the card of the one that was pressed. */
export function MapMarks({ seen, search }: Props) {
  const map = useMap()
  const zoom = map.getZoom()
  const [open, setOpen] = useState<Mark>()
  const opener = useRef<HTMLElement>()
  const marks = useMemo(
    () => (seen ? marksOf(seen, (lat, lon) => map.project([lat, lon], zoom)) : []),
    [seen, map, zoom],
  )
  const press = useCallback(
    (mark: Mark, by: HTMLElement, byPointer: boolean) => {
      if (byPointer && wasDragged(map)) return
      opener.current = by
      if (comeCloser(map, mark)) map.getContainer().focus({ preventScroll: true })
      else setOpen(mark)
    },
    [map],
  )
  useMapEvents({
    click: ({ originalEvent }) => {
      if (!isMark(originalEvent.target)) setOpen(undefined)
    },
  })
  const close = () => {
    setOpen(undefined)
    const back = opener.current?.isConnected ? opener.current : map.getContainer()
    back.focus({ preventScroll: true })
  }
  const leave = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return
    key.stopPropagation()
    close()
  }
  return (
    <>
      <Circles marks={marks} open={open} />
      <Pane name="lots" style={overAll}>
        {marks.map((mark) => {
          const { x, y } = map.latLngToLayerPoint([mark.lat, mark.lon]).round()
          return <MapMark key={mark.key} mark={mark} x={x} y={y} isOpen={mark.key === open?.key} onPress={press} />
        })}
      </Pane>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys only pass through on their way from the card's links
        <div onKeyDown={leave}>
          <MapCard key={open.key} mark={open} search={search} onClose={close} />
        </div>
      ) : null}
    </>
  )
}

// Leaflet takes a press on a mark for one on the map as well.
function isMark(target: EventTarget | null) {
  return target instanceof Element && target.closest('.pin, .bunch') !== null
}

/** A circle for each place in which the lots are somewhere: only marks whose lots share one have it drawn. */
function Circles({ marks, open }: { marks: readonly Mark[]; open: Mark | undefined }) {
  return marks.map((mark) => {
    const radius = mark.pins[0]?.blur_radius_m
    if (!radius || !knowsAll(mark) || !isOneSpot(mark)) return null
    const look = mark.key === open?.key ? 'map-blur' : 'map-blur map-blur--quiet'
    return (
      <Circle
        key={`${mark.key} ${look}`}
        center={[mark.lat, mark.lon]}
        radius={radius}
        className={look}
        interactive={false}
      />
    )
  })
}

/** Nearer to a bunch, until its lots part. False when they will not: one spot, or as near as the map goes. */
function comeCloser(map: LeafletMap, mark: Mark) {
  if (mark.lots === 1 || map.getZoom() >= nearestZoom) return false
  if (!knowsAll(mark)) {
    map.setView([mark.lat, mark.lon], Math.min(nearestZoom, map.getZoom() + 2))
    return true
  }
  if (isOneSpot(mark)) return false
  const bounds = latLngBounds(mark.pins.map(({ lat, lon }): [number, number] => [lat, lon]))
  const parted = map.getBoundsZoom(bounds, false, map.getSize().divideBy(5))
  if (parted > map.getZoom()) map.fitBounds(bounds, { padding: map.getSize().divideBy(10), maxZoom: nearestZoom })
  else map.setView([mark.lat, mark.lon], map.getZoom() + 1)
  return true
}

const overAll = { zIndex: 620 }
