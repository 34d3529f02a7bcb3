import { createRequire } from 'node:module'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import { areaOf, type Bounds, clippedRing, type Line } from './line-work.ts'

const require = createRequire(import.meta.url)

/** ISO 3166-1 number. The two states inside it are holes, which outer rings do not have. */
const italian = '380'
const inside = ['674', '336']

/** Italy and, clipped to the box, its neighbours, from Natural Earth 10m (world-atlas). Outer rings only. */
export function countries(box: Bounds): { italy: Line[]; abroad: Line[] } {
  const atlas: Parameters<typeof feature>[0] = require('world-atlas/countries-10m.json')
  const states = atlas.objects['countries']
  if (states?.type !== 'GeometryCollection') throw new Error('world-atlas has no countries')
  const { features } = feature(atlas, states) as FeatureCollection<Polygon | MultiPolygon>
  const italy: Line[] = []
  const abroad: Line[] = []
  for (const { id, geometry } of features) {
    if (inside.includes(String(id))) continue
    const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(([outer]) =>
      outer ? [outer as Line] : [],
    )
    if (id === italian) italy.push(...rings)
    else
      abroad.push(
        ...rings.map((ring) => clippedRing(ring, box)).filter((ring) => ring.length > 3 && areaOf(ring) > 0.02),
      )
  }
  return { italy, abroad }
}
