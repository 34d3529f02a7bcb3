import { facetsOf } from '#app/domain/discovery/facets.read.server.ts'
import { mapView } from '#app/domain/discovery/map-view.read.server.ts'
import type { Field } from './find.ts'
import type { View } from './find-peer.ts'
import { ask, type Spot } from './find-questions.ts'
import { race } from './race.ts'

const zooms = Array.from({ length: 16 }, (_, at) => at + 3)
const km = 10

/** Bunches and pins of what a desk's map shows, 1.024 by 768 pixels, at every zoom. */
export async function clusters({ db, name, n, now, memory, peer, spots }: Field) {
  const all = { ask: ask({}), from: undefined, now }
  for (const zoom of zooms)
    await race({
      n,
      name: `clusters-zoom-${zoom}-${name}`,
      questions: spots.map((spot) => viewAt(spot, zoom)),
      ours: (view) => mapView(db, all, boxOf(view), zoom),
      limit: (view) => memory.clusters(view, zoom),
      peer: peer && ((view) => peer.grid(view, 360 / 2 ** (zoom + 1))),
    })
}

/** What every choice would leave, near a place and in the whole country. */
export async function facets({ db, name, n, now, peer, spots }: Field) {
  await race({
    n,
    name: `facets-within-10km-${name}`,
    questions: spots,
    ours: (from) => facetsOf(db, { ask: ask({ radius: String(km) }), from, now }),
    peer: peer && ((from) => peer.facets(from, km)),
  })
  await race({
    n,
    name: `facets-national-${name}`,
    questions: spots.slice(0, 50),
    ours: () => facetsOf(db, { ask: ask({}), from: undefined, now }),
    peer: peer && (() => peer.nationalFacets()),
  })
}

function viewAt({ latitude_e6, longitude_e6 }: Spot, zoom: number): View {
  const wide = (360 * 4) / 2 ** zoom
  const tall = wide * 0.75 * Math.cos((latitude_e6 / 1e6) * (Math.PI / 180))
  const [x, y] = [longitude_e6 / 1e6, latitude_e6 / 1e6]
  return {
    west: Math.max(-180, x - wide / 2),
    east: Math.min(180, x + wide / 2),
    south: Math.max(-85, y - tall / 2),
    north: Math.min(85, y + tall / 2),
  }
}

function boxOf({ west, south, east, north }: View) {
  const e6 = (degrees: number) => Math.round(degrees * 1e6)
  return { west_e6: e6(west), south_e6: e6(south), east_e6: e6(east), north_e6: e6(north) }
}
