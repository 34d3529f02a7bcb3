import L from 'leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { type Box, boxAround, type Point, readBox } from '#app/domain/places/point.ts'

const rome: Point = { latitude_e6: 41_895_000, longitude_e6: 12_505_000 }
/** Nearer than this a map would show less than a lot's circle, and its middle would look like a door. */
export const nearestZoom = 16

/** What the map of a search looks at: the area asked for, or the circle around the place, or Rome. */
export function lookOf({ bbox, radius }: Pick<SearchAsk, 'bbox' | 'radius'>, from: Point | undefined): L.LatLngBounds {
  return boundsOf(readBox(bbox) ?? boxAround(from ?? rome, (radius ?? (from ? 10 : 15)) * 1000))
}

/** The view of a map as a search and a request write it. */
export function viewOf(map: L.Map) {
  const bounds = map.getBounds()
  const [south, north] = [Math.max(-90, bounds.getSouth()), Math.min(90, bounds.getNorth())]
  return [bounds.getWest(), south, bounds.getEast(), north].map((degrees) => degrees.toFixed(4)).join(',')
}

/** Moves a map to where a search looks, unless it looks there already. */
export function lookAt(map: L.Map, look: L.LatLngBounds) {
  if (!looksAt(map, look)) map.fitBounds(aLittleLess(look))
}

export function looksAt(map: L.Map, look: L.LatLngBounds) {
  const zoom = map.getBoundsZoom(aLittleLess(look))
  const middle = map.project(look.getSouthWest(), zoom).add(map.project(look.getNorthEast(), zoom)).divideBy(2)
  return map.getZoom() === zoom && middle.distanceTo(map.project(map.getCenter(), zoom)) < 24
}

/** A view that was rounded outwards for its address would else be one zoom farther away when it is opened again. */
export function aLittleLess(look: L.LatLngBounds) {
  const off = (from: number, to: number) => Math.min(0.0002, (to - from) / 4)
  const [down, across] = [off(look.getSouth(), look.getNorth()), off(look.getWest(), look.getEast())]
  return L.latLngBounds(
    [look.getSouth() + down, look.getWest() + across],
    [look.getNorth() - down, look.getEast() - across],
  )
}

function boundsOf({ south_e6, west_e6, north_e6, east_e6 }: Box) {
  const east = east_e6 < west_e6 ? east_e6 + 360e6 : east_e6
  return L.latLngBounds([south_e6 / 1e6, west_e6 / 1e6], [north_e6 / 1e6, east / 1e6])
}

/** A press that ends a drag is no press on the mark under it. Leaflet knows, its types do not. */
export function wasDragged({ dragging }: L.Map) {
  return (dragging as L.Handler & { moved: () => boolean }).moved()
}
