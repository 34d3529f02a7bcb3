import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areaOf,
  clippedRing,
  closedOnBox,
  holds,
  isRing,
  joined,
  type Line,
  rounded,
  simplified,
} from '#scripts/reference/line-work.ts'

const box = { west: 0, south: 0, east: 10, north: 10 }
const square: Line = [
  [2, 2],
  [4, 2],
  [4, 4],
  [2, 4],
  [2, 2],
]

test('a river cut at the edges of three tiles is one river again', () => {
  expect(
    joined([
      [
        [4, 4],
        [6, 6],
      ],
      [
        [0, 0],
        [2, 2],
      ],
      [
        [2, 2],
        [4, 4],
      ],
    ]),
  ).toEqual([
    [
      [0, 0],
      [2, 2],
      [4, 4],
      [6, 6],
    ],
  ])
})

test('an island cut in two is a ring again', () => {
  const [ring, ...rest] = joined([
    [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ])
  expect(rest).toEqual([])
  expect(ring && isRing(ring)).toBe(true)
})

test('lines that do not meet stay apart', () => {
  expect(
    joined([
      [
        [0, 0],
        [1, 1],
      ],
      [
        [5, 5],
        [6, 6],
      ],
    ]),
  ).toHaveLength(2)
})

test('a shore across the box closes on the side where the land is: to its left', () => {
  const [east] = closedOnBox(
    [
      [
        [5, 0],
        [5, 10],
      ],
    ],
    box,
  )
  expect(east && holds(east, [2, 5])).toBe(true)
  expect(east && holds(east, [8, 5])).toBe(false)
  const [west] = closedOnBox(
    [
      [
        [5, 10],
        [5, 0],
      ],
    ],
    box,
  )
  expect(west && holds(west, [8, 5])).toBe(true)
})

test('two shores make one land between them, and an island stays an island', () => {
  const rings = closedOnBox(
    [
      [
        [3, 10],
        [3, 0],
      ],
      [
        [7, 0],
        [7, 10],
      ],
      square,
    ],
    box,
  )
  expect(rings).toHaveLength(2)
  const land = rings.find((ring) => ring !== square)
  expect(land && [holds(land, [5, 5]), holds(land, [1, 5]), holds(land, [9, 5])]).toEqual([true, false, false])
})

test('simplifying keeps the ends and strays no farther than it may', () => {
  const spot = fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }))
  fc.assert(
    fc.property(fc.array(spot, { minLength: 2, maxLength: 60 }), (line) => {
      const simple = simplified(line as Line, 0.5)
      expect(simple.length).toBeLessThanOrEqual(line.length)
      expect(simple[0]).toEqual(line[0])
      expect(simple.at(-1)).toEqual(line.at(-1))
    }),
  )
  expect(
    simplified(
      [
        [0, 0],
        [5, 0.1],
        [10, 0],
      ],
      0.5,
    ),
  ).toEqual([
    [0, 0],
    [10, 0],
  ])
  expect(
    simplified(
      [
        [0, 0],
        [5, 2],
        [10, 0],
      ],
      0.5,
    ),
  ).toHaveLength(3)
})

test('a simplified ring is still a ring', () => {
  expect(simplified(square, 0.1)).toEqual(square)
})

test('rounding drops what falls on the spot before', () => {
  expect(
    rounded(
      [
        [1.23456, 2],
        [1.23457, 2],
        [1.3, 2],
      ],
      3,
    ),
  ).toEqual([
    [1.235, 2],
    [1.3, 2],
  ])
})

test('a ring is clipped to its part in the box', () => {
  expect(
    areaOf(
      clippedRing(
        [
          [8, 8],
          [12, 8],
          [12, 12],
          [8, 12],
          [8, 8],
        ],
        box,
      ),
    ),
  ).toBeCloseTo(4)
  expect(
    clippedRing(
      [
        [11, 11],
        [12, 11],
        [12, 12],
        [11, 11],
      ],
      box,
    ),
  ).toEqual([])
  expect(areaOf(clippedRing(square, box))).toBeCloseTo(4)
})
