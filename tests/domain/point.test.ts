import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxAround, distanceMetres, type Point, pointAt, readPoint } from '#app/domain/places/point.ts'

const at = (latitude: number, longitude: number): Point => ({
  latitude_e6: Math.round(latitude * 1e6),
  longitude_e6: Math.round(longitude * 1e6),
})
const montesacro = at(41.939, 12.534)
const nearRome = fc.record({
  latitude_e6: fc.integer({ min: 36_000_000, max: 47_000_000 }),
  longitude_e6: fc.integer({ min: 6_000_000, max: 19_000_000 }),
})

test('from Montesacro it is 6,4 km to the Colosseum and 475 to Milan cathedral', () => {
  expect(distanceMetres(montesacro, at(41.8902, 12.4922)) / 1000).toBeCloseTo(6.4, 1)
  expect(Math.round(distanceMetres(montesacro, at(45.4642, 9.19)) / 1000)).toBe(475)
})

test('one micro-degree north is eleven centimetres', () => {
  expect(distanceMetres(montesacro, { ...montesacro, latitude_e6: montesacro.latitude_e6 + 1 })).toBeCloseTo(0.111, 3)
})

test('distance is nothing to oneself, the same both ways, and shorter than any detour', () => {
  fc.assert(
    fc.property(nearRome, nearRome, nearRome, (a, b, c) => {
      expect(distanceMetres(a, a)).toBe(0)
      expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6)
      expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1e-6)
    }),
  )
})

test('the box of a radius holds every point within it, in any direction', () => {
  fc.assert(
    fc.property(
      nearRome,
      fc.integer({ min: 1, max: 60_000 }),
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      (from, metres, bearing) => {
        const point = pointAt(from, metres * 0.999, bearing)
        if (distanceMetres(from, point) > metres) return
        const box = boxAround(from, metres)
        expect(point.latitude_e6).toBeGreaterThanOrEqual(box.south_e6)
        expect(point.latitude_e6).toBeLessThanOrEqual(box.north_e6)
        expect(point.longitude_e6).toBeGreaterThanOrEqual(box.west_e6)
        expect(point.longitude_e6).toBeLessThanOrEqual(box.east_e6)
      },
    ),
  )
})

test('a box is not much larger than its circle needs', () => {
  const box = boxAround(montesacro, 10_000)
  expect(distanceMetres(montesacro, { ...montesacro, latitude_e6: box.north_e6 })).toBeLessThan(10_050)
  expect(distanceMetres(montesacro, { ...montesacro, longitude_e6: box.east_e6 })).toBeLessThan(10_050)
})

test('degrees from a form become a point, anything else does not', () => {
  expect(readPoint('41.939', '12.534')).toEqual(montesacro)
  for (const [latitude, longitude] of [
    ['', '12'],
    ['41', undefined],
    ['nord', '12'],
    ['91', '12'],
    ['41', '181'],
    ['41,9', '12'],
  ] as const) {
    expect(readPoint(latitude, longitude)).toBeUndefined()
  }
})
