import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blurRadius, blurred, holds } from '#app/domain/places/blur.ts'
import { distanceMetres, type Point, pointAt, readPoint } from '#app/domain/places/point.ts'

const sacro: Point = { latitude_e6: 41_941_120, longitude_e6: 12_528_640 }
const italy = fc.record({
  latitude_e6: fc.integer({ min: 35_000_000, max: 47_100_000 }),
  longitude_e6: fc.integer({ min: 6_600_000, max: 18_600_000 }),
})
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the public point of a site', () => {
  test('is always within the circle that is drawn, wherever in Italy and whatever the chance', () => {
    fc.assert(
      fc.property(italy, chance, chance, (exact, far, way) => {
        const shown = blurred(exact, { far, way })
        const metres = distanceMetres(shown, exact)
        expect(metres).toBeGreaterThanOrEqual(30)
        expect(metres).toBeLessThanOrEqual(blurRadius - 120)
        expect(holds(shown, exact)).toBe(true)
      }),
    )
  })

  test('is coarser than a street: thousandths of a degree', () => {
    fc.assert(
      fc.property(italy, chance, chance, (exact, far, way) => {
        const shown = blurred(exact, { far, way })
        expect([shown.latitude_e6 % 1000, shown.longitude_e6 % 1000].map(Math.abs)).toEqual([0, 0])
      }),
    )
  })

  test('follows from its secret: another secret, another point', () => {
    expect(blurred(sacro, { far: 0.5, way: 0.1 })).toEqual(blurred(sacro, { far: 0.5, way: 0.1 }))
    expect(blurred(sacro, { far: 0.5, way: 0.6 })).not.toEqual(blurred(sacro, { far: 0.5, way: 0.1 }))
  })

  test('lies in every direction alike, so that the middle of many circles says nothing of one', () => {
    const ways = Array.from({ length: 8 }, (_, eighth) => blurred(sacro, { far: 0.9, way: eighth / 8 }))
    const north = ways.filter((point) => point.latitude_e6 > sacro.latitude_e6).length
    const east = ways.filter((point) => point.longitude_e6 > sacro.longitude_e6).length
    expect([north, east].every((count) => count >= 3 && count <= 5)).toBe(true)
  })
})

describe('points', () => {
  test('a point so many metres away is that far', () => {
    fc.assert(
      fc.property(italy, fc.double({ min: 1, max: 2000, noNaN: true }), chance, (from, metres, turn) => {
        expect(Math.abs(distanceMetres(from, pointAt(from, metres, turn * 2 * Math.PI)) - metres)).toBeLessThan(
          1 + metres * 0.002,
        )
      }),
    )
  })

  test('from Montesacro to the Colosseum is a little over six kilometres', () => {
    expect(Math.round(distanceMetres(sacro, { latitude_e6: 41_890_210, longitude_e6: 12_492_230 }) / 100)).toBe(64)
  })

  test.each([
    ['41.94112', '12.52864', { latitude_e6: 41_941_120, longitude_e6: 12_528_640 }],
    ['', '', undefined],
    ['41.9', undefined, undefined],
    ['north', '12', undefined],
    ['91', '12', undefined],
    ['41', '181', undefined],
    ['NaN', '0', undefined],
  ])('a form that says %j, %j', (latitude, longitude, point) => {
    expect(readPoint(latitude, longitude)).toEqual(point)
  })
})
