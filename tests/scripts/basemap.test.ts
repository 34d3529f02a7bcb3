import { readFileSync, statSync } from 'node:fs'
import type { FeatureCollection, MultiLineString, MultiPolygon, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { holds, type Line, type Spot } from '#scripts/reference/line-work.ts'

type Drawn = FeatureCollection<MultiPolygon | MultiLineString | Point, { layer: string; name?: string; rank?: number }>

const read = (name: string): Drawn => JSON.parse(readFileSync(`public/basemap/${name}.json`, 'utf8'))
const rings = (map: Drawn, layer: string) =>
  map.features.flatMap(({ geometry, properties }) =>
    properties.layer === layer && geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as Line[]) : [],
  )
const isIn = (map: Drawn, layer: string, spot: Spot) => rings(map, layer).some((ring) => holds(ring, spot))
const names = (map: Drawn, layer: string) =>
  map.features.filter(({ properties }) => properties.layer === layer).map(({ properties }) => properties.name)

describe.each([
  ['italy', 120_000, [5, 35, 20, 48], ['abroad', 'land', 'lake', 'river', 'province', 'town']],
  [
    'lazio',
    200_000,
    [11.4, 40.7, 14.1, 42.9],
    [
      'sea',
      'land',
      'lake',
      'park',
      'river',
      'province',
      'wall',
      'rail',
      'road',
      'motorway',
      'town',
      'quarter',
      'water-name',
    ],
  ],
] as const)('%s', (name, budget, [west, south, east, north], layers) => {
  const map = read(name)

  test('weighs no more than it may', () => {
    expect(statSync(`public/basemap/${name}.json`).size).toBeLessThanOrEqual(budget)
  })

  test('has its layers in painting order', () => {
    expect([...new Set(map.features.map(({ properties }) => properties.layer))]).toEqual([...layers])
  })

  test('draws nothing empty, and areas that stay in the box', () => {
    for (const { geometry } of map.features) expect(geometry.coordinates.length).toBeGreaterThan(0)
    for (const [x, y] of [...rings(map, 'land'), ...rings(map, 'lake')].flat()) {
      expect(x >= west && x <= east && y >= south && y <= north).toBe(true)
    }
  })

  test('names every town it shows', () => {
    for (const { geometry, properties } of map.features) {
      if (geometry.type === 'Point') expect(properties.name).toBeTruthy()
    }
    expect(names(map, 'town')).toContain('Roma')
  })

  test('Rome is on land, the Tyrrhenian is not', () => {
    expect(isIn(map, 'land', [12.5, 41.9])).toBe(true)
    expect(isIn(map, 'land', [13.3, 42.35])).toBe(true)
    expect(isIn(map, 'land', [11.9, 41.5])).toBe(false)
  })
})

test('the islands are land and the lakes are water', () => {
  const [italy, lazio] = [read('italy'), read('lazio')]
  expect(isIn(italy, 'land', [9, 40])).toBe(true)
  expect(isIn(italy, 'land', [14, 37.5])).toBe(true)
  expect(isIn(italy, 'lake', [10.68, 45.6])).toBe(true)
  expect(isIn(italy, 'abroad', [9.1, 42.2])).toBe(true)
  expect(isIn(lazio, 'land', [12.96, 40.9])).toBe(true)
  for (const spot of [
    [12.231, 42.121],
    [11.932, 42.595],
    [12.665, 41.75],
  ] as Spot[])
    expect(isIn(lazio, 'lake', spot)).toBe(true)
})

test('the ring road goes round the quarters inside it', () => {
  const ring = read('lazio').features.find(({ properties }) => properties.layer === 'motorway')?.geometry
    .coordinates[0] as Line
  for (const spot of [
    [12.534, 41.939],
    [12.4695, 41.8865],
    [12.569, 41.879],
    [12.47, 41.8325],
  ] as Spot[])
    expect(holds(ring, spot)).toBe(true)
  for (const spot of [
    [12.28, 41.732],
    [12.801, 41.96],
  ] as Spot[])
    expect(holds(ring, spot)).toBe(false)
})
