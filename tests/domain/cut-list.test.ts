import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bestTier,
  fitRank,
  piecesPerBoard,
  ranking,
  readCutList,
  tiersOf,
  writeCutList,
} from '#app/domain/discovery/cut-list.ts'

const line = (pieces: number, length_mm: number, width_mm: number, thickness_mm?: number) => ({
  pieces,
  length_mm,
  width_mm,
  thickness_mm,
})
const board = (length_mm: number, width_mm: number, thickness_mm: number | null = 18) => ({
  length_mm,
  width_mm,
  thickness_mm,
})

describe('a cut list is read as people write it', () => {
  test.each([
    ['8 da 1200 × 200 × 18', line(8, 1200, 200, 18)],
    ['8x1200x200x18', line(8, 1200, 200, 18)],
    ['8 pz 120 cm x 20 cm x 1,8 cm', line(8, 1200, 200, 18)],
    ['4: 600*300', line(4, 600, 300)],
    ['3 1200x200', line(3, 1200, 200)],
    ['1 1.200 x 800', line(1, 1200, 800)],
    ['2 60 cm x 9 cm', line(2, 600, 90)],
    ['1.200 x 200', line(1, 1200, 200)],
    ['4x600x300', line(4, 600, 300)],
    ['600x300x18', line(1, 600, 300, 18)],
    ['30:600x20', line(30, 600, 20)],
    ['2 pieces 1,2 m x 20 cm', line(2, 1200, 200)],
  ])('%s', (typed, cut) => {
    expect(readCutList(typed)).toEqual({ lines: [cut], unread: [] })
  })

  test('what cannot be read is given back, and the rest still counts', () => {
    expect(readCutList('8x1200x200x18\nuna bella tavola; -3x100x100x10; 0x1x1x1;12 da 5')).toEqual({
      lines: [line(8, 1200, 200, 18)],
      unread: ['una bella tavola', '-3x100x100x10', '0x1x1x1', '12 da 5'],
    })
  })

  test('eight lines at most, and written it reads the same', () => {
    const { lines } = readCutList('3x100x50x10;'.repeat(20))
    expect(lines).toHaveLength(8)
    expect(readCutList(writeCutList(lines)).lines).toEqual(lines)
    const anyThickness = [line(30, 600, 20), line(4, 600, 300), line(1, 20, 600)]
    expect(readCutList(writeCutList(anyThickness)).lines).toEqual(anyThickness)
  })
})

describe('pieces out of one board', () => {
  test('the blade takes three millimetres between two', () => {
    expect(piecesPerBoard(board(1200, 200), line(1, 600, 200, 18))).toBe(1)
    expect(piecesPerBoard(board(1203, 200), line(1, 600, 200, 18))).toBe(2)
  })

  test('laid across when that gives more; never through its thickness', () => {
    expect(piecesPerBoard(board(1000, 500), line(1, 500, 300, 18))).toBe(3)
    expect(piecesPerBoard(board(1000, 500, 17), line(1, 500, 300, 18))).toBe(0)
    expect(piecesPerBoard(board(1000, 500, null), line(1, 500, 300, 18))).toBe(0)
    expect(piecesPerBoard(board(1000, 500, null), line(1, 500, 300))).toBe(3)
  })

  test('a tolerance lets what is a little short pass', () => {
    expect(piecesPerBoard(board(1199, 198, 17), line(1, 1200, 200, 18))).toBe(0)
    expect(piecesPerBoard(board(1199, 198, 17), line(1, 1200, 200, 18), 2)).toBe(1)
  })
})

describe('what a lot does for a list', () => {
  const list = [line(8, 1200, 200, 18), line(2, 400, 200, 18)]

  test('one line served, two served, and what is cut off, in thousandths', () => {
    expect(tiersOf(board(1203, 200), list)).toEqual([
      { lines: 0, boards: 1, waste: 3 },
      { lines: 1, boards: 1, waste: 335 },
      { lines: 2, boards: 9, waste: 40 },
    ])
  })

  test('as many boards as there are decide how far it gets', () => {
    expect(bestTier(board(1203, 200), 8, list)?.lines).toBe(1)
    expect(bestTier(board(1203, 200), 9, list)?.lines).toBe(2)
    expect(bestTier(board(300, 100), 100, list)).toBeUndefined()
  })

  test('more lines come first, then less waste', () => {
    const ranks = [
      { lines: 2, boards: 9, waste: 500 },
      { lines: 1, boards: 1, waste: 0 },
      { lines: 1, boards: 1, waste: 1000 },
      { lines: 0, boards: 1, waste: 0 },
    ].map(fitRank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })

  test('sizes are ordered by the last of their tiers, whatever they are', () => {
    const side = fc.integer({ min: 1, max: 4000 })
    const thickness = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
    const cut = fc.record({
      pieces: fc.integer({ min: 1, max: 40 }),
      length_mm: side,
      width_mm: side,
      thickness_mm: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        side,
        side,
        thickness,
        fc.array(cut, { minLength: 1, maxLength: 8 }),
        fc.nat(20),
        (l, w, t, lines, tolerance) => {
          const last = tiersOf(board(l, w, t), lines, tolerance).at(-1)
          expect(ranking(lines, tolerance)(board(l, w, t))).toBe(last && fitRank(last))
        },
      ),
    )
  })
})
