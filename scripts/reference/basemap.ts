import { statSync, writeFileSync } from 'node:fs'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { GazetteerFile } from '#db/reference/gazetteer-file.ts'
import { countries } from './countries.ts'
import { areaOf, type Bounds, holds, isInside, type Line, rounded, simplified } from './line-work.ts'
import { provinceBorders } from './provinces.ts'
import { ranked } from './quarter-rank.ts'
import { romeSketch } from './rome-sketch.ts'
import { shoreline } from './shoreline.ts'

const italyBox: Bounds = { west: 5, south: 35, east: 20, north: 48 }
const lazioBox: Bounds = { west: 11.4, south: 40.7, east: 14.1, north: 42.9 }

/** Draws the two files of `public/basemap/`; their shape is told in its NOTICE.md. Yields a line for each step done. */
export function* buildBasemap(gazetteer: GazetteerFile): Generator<string> {
  const borders = provinceBorders()
  yield `provinces  ${borders.length} borders`
  yield write('italy', italy(gazetteer, borders))
  yield write('lazio', lazio(gazetteer, borders))
}

function italy({ towns }: GazetteerFile, borders: Line[]): Feature[] {
  const drawn = drawing(3, 0.004)
  const { italy: land, abroad } = countries(italyBox)
  const { lakes, rivers } = shoreline(italyBox, { resolution: 'i', rivers: 'r', smallest_km2: 30 })
  const isHome = (least: number) => (line: Line) =>
    line.filter((spot) => land.some((ring) => holds(ring, spot))).length > line.length * least
  return [
    polygons('abroad', abroad.map(drawing(2, 0.02))),
    polygons('land', land.filter((ring) => areaOf(ring) > 0.0005).map(drawn)),
    polygons('lake', lakes.filter(isHome(0)).map(drawn)),
    lines('river', rivers.filter(isHome(0.5)).map(drawing(3, 0.006))),
    lines('province', borders.map(drawing(3, 0.012))),
    ...towns.filter(([, , , , , , population]) => population >= 60_000).map((town) => townPoint(town, nationalRank)),
  ]
}

function lazio({ towns, quarters }: GazetteerFile, borders: Line[]): Feature[] {
  const drawn = drawing(4, 0.0002)
  const { land, lakes, rivers } = shoreline(lazioBox, { resolution: 'f', rivers: 'a', smallest_km2: 0 })
  const near = borders.filter((line) => line.some((spot) => isInside(spot, lazioBox)))
  const inBox = towns.filter(([, , , , latitude, longitude]) => isInside([longitude / 1e6, latitude / 1e6], lazioBox))
  return [
    polygons('sea', [edgeOf(lazioBox)]),
    polygons('land', land.map(drawn)),
    polygons('lake', lakes.map(drawn)),
    polygons('park', sketchOf('park')),
    lines('river', [...rivers.map(drawn), ...sketchOf('river').map(curved)]),
    lines('province', near.map(drawing(4, 0.002))),
    lines('wall', sketchOf('wall')),
    lines('rail', sketchOf('rail').map(curved)),
    lines('road', sketchOf('road').map(curved)),
    lines('motorway', sketchOf('motorway').map(curved)),
    ...inBox.filter(([, , , , , , population]) => population >= 4_000).map((town) => townPoint(town, regionalRank)),
    ...ranked(quarters).map(({ quarter: [name, municipio, latitude, longitude], rank }) =>
      point([longitude / 1e6, latitude / 1e6], { layer: 'quarter', name, municipio, rank }),
    ),
    ...waterNames(),
  ]
}

function edgeOf({ west, south, east, north }: Bounds): Line {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function sketchOf(layer: string) {
  return romeSketch()
    .filter((stroke) => stroke.layer === layer)
    .map(({ line }) => line)
}

function waterNames() {
  return romeSketch().flatMap(({ layer, name, line: [at] }) => {
    const kind = /^(sea|lake|river)-name$/.exec(layer)?.[1]
    return kind && at ? [point(at, { layer: 'water-name', name, kind })] : []
  })
}

// Hand-drawn corners are rounded once (Chaikin 1974), so that a schematic road still looks like a road.
function curved(line: Line): Line {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last) return line
  const between = line.slice(1).flatMap(([x, y], position): Line => {
    const [fromX, fromY] = line[position] ?? [x, y]
    return [
      [fromX + (x - fromX) / 4, fromY + (y - fromY) / 4],
      [x - (x - fromX) / 4, y - (y - fromY) / 4],
    ]
  })
  return rounded([first, ...between, last], 4)
}

function drawing(decimals: number, tolerance: number) {
  return (line: Line) => rounded(simplified(line, tolerance), decimals)
}

function polygons(layer: string, rings: Line[]): Feature {
  return shape(
    { type: 'MultiPolygon', coordinates: rings.filter((ring) => ring.length > 3).map((ring) => [ring]) },
    { layer },
  )
}

function lines(layer: string, drawn: Line[]): Feature {
  return shape({ type: 'MultiLineString', coordinates: drawn.filter((line) => line.length > 1) }, { layer })
}

function point(coordinates: Position, properties: Record<string, string | number>): Feature {
  return shape({ type: 'Point', coordinates }, properties)
}

function townPoint(
  [name, , , , latitude, longitude, population]: GazetteerFile['towns'][number],
  rank: (population: number) => number,
) {
  return point(rounded([[longitude / 1e6, latitude / 1e6]], 3)[0] ?? [0, 0], {
    layer: 'town',
    name,
    rank: rank(population),
  })
}

function nationalRank(population: number) {
  return population >= 300_000 ? 1 : population >= 120_000 ? 2 : 3
}

function regionalRank(population: number) {
  return population >= 500_000 ? 1 : population >= 40_000 ? 2 : population >= 12_000 ? 3 : 4
}

function shape(geometry: Geometry, properties: Record<string, string | number>): Feature {
  return { type: 'Feature', properties, geometry }
}

function write(name: string, features: Feature[]) {
  const file = `public/basemap/${name}.json`
  const collection: FeatureCollection = { type: 'FeatureCollection', features }
  writeFileSync(file, `${JSON.stringify(collection)}\n`)
  return `${file}  ${features.length} features, ${Math.round(statSync(file).size / 1000)} kB`
}
