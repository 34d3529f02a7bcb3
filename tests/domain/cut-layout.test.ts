import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOn, cutPath } from '#app/domain/discovery/cut-layout.ts'
import { kerf_mm, piecesPerBoard } from '#app/domain/discovery/cut-list.ts'

const side = fc.integer({ min: 1, max: 4000 })
const board = fc.record({ length_mm: side, width_mm: side, thickness_mm: fc.option(fc.integer({ min: 1, max: 60 })) })
const line = fc.record({
  pieces: fc.integer({ min: 1, max: 99 }),
  length_mm: side,
  width_mm: side,
  thickness_mm: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
})
const tolerance = fc.integer({ min: 0, max: 50 })

test('the drawing shows as many pieces as the count says, and none hangs over the edge', () => {
  fc.assert(
    fc.property(board, line, tolerance, (board, line, tolerance) => {
      const cut = cutOn(board, [line], tolerance)
      expect(cut ? cut.columns * cut.rows : 0).toBe(piecesPerBoard(board, line, tolerance))
      if (!cut) return
      expect(cut.columns * (cut.along_mm + kerf_mm) - kerf_mm).toBeLessThanOrEqual(board.length_mm)
      expect(cut.rows * (cut.across_mm + kerf_mm) - kerf_mm).toBeLessThanOrEqual(board.width_mm)
    }),
  )
})

test('of several sizes the one that takes fewest boards is drawn', () => {
  const lines = [
    { pieces: 8, length_mm: 1200, width_mm: 190, thickness_mm: undefined },
    { pieces: 2, length_mm: 600, width_mm: 190, thickness_mm: undefined },
  ]
  expect(cutOn({ length_mm: 1250, width_mm: 200, thickness_mm: 18 }, lines)).toEqual({
    board: { length_mm: 1250, width_mm: 200 },
    line: 1,
    columns: 2,
    rows: 1,
    along_mm: 600,
    across_mm: 190,
  })
})

test('the block is outlined and sawn where pieces meet', () => {
  const pieces = { line: 0, along_mm: 600, across_mm: 95, board: { length_mm: 1250, width_mm: 200 } }
  expect(cutPath({ ...pieces, columns: 2, rows: 2 })).toBe('M0 0h1203v193H0zM600 0v193M0 95h1203')
})

test('a thousand strips are a block: nobody could tell the cuts apart', () => {
  const strips = { line: 0, along_mm: 1, across_mm: 200, board: { length_mm: 4000, width_mm: 200 } }
  expect(cutPath({ ...strips, columns: 1000, rows: 1 })).toBe('M0 0h3997v200H0z')
})
