import { type Board, type CutLine, kerf_mm, leastSize, sawn } from './cut-list.ts'

/** How pieces of one size come out of one board: so many along its length, so many across its width. */
export type Cut = {
  board: { length_mm: number; width_mm: number }
  /** Which line of the list, from 0. */
  line: number
  columns: number
  rows: number
  /** Of a piece as it lies, along the board and across it. */
  along_mm: number
  across_mm: number
}

/** The cuts on one board for the line that takes fewest boards, the first one `tiersOf` serves. Undefined when not one piece comes out. */
export function cutOn(board: Board, lines: readonly CutLine[], tolerance_mm = 0): Cut | undefined {
  const cuts = lines.flatMap((line, at) => {
    const cut = laid(board, line, at, tolerance_mm)
    return cut ? [{ cut, boards: Math.ceil(line.pieces / piecesIn(cut)) }] : []
  })
  return cuts.sort((a, b) => a.boards - b.boards)[0]?.cut
}

/** The cuts as one path, in millimetres from the board's corner: the block that is used, then where it is sawn. */
export function cutPath({ columns, rows, along_mm, across_mm }: Cut) {
  const [length, width] = [columns * (along_mm + kerf_mm) - kerf_mm, rows * (across_mm + kerf_mm) - kerf_mm]
  const block = `M0 0h${length}v${width}H0z`
  return (
    block + between(columns, along_mm, (x) => `M${x} 0v${width}`) + between(rows, across_mm, (y) => `M0 ${y}h${length}`)
  )
}

const mostSawn = 40

/** More lines than anybody can tell apart stay out of the drawing. */
function between(count: number, side: number, line: (at: number) => string) {
  if (count > mostSawn) return ''
  return Array.from({ length: count - 1 }, (_, at) => line(at * (side + kerf_mm) + side)).join('')
}

function laid(board: Board, line: CutLine, at: number, tolerance_mm: number): Cut | undefined {
  const least = leastSize(line, tolerance_mm)
  if (least.thickness_mm !== undefined && (board.thickness_mm ?? 0) < least.thickness_mm) return undefined
  const { length_mm, width_mm } = board
  const [best] = [least, { length_mm: least.width_mm, width_mm: least.length_mm }]
    .map((piece) => ({
      board: { length_mm, width_mm },
      line: at,
      columns: sawn(length_mm, piece.length_mm),
      rows: sawn(width_mm, piece.width_mm),
      along_mm: piece.length_mm,
      across_mm: piece.width_mm,
    }))
    .sort((a, b) => piecesIn(b) - piecesIn(a))
  return best && piecesIn(best) > 0 ? best : undefined
}

function piecesIn({ columns, rows }: Pick<Cut, 'columns' | 'rows'>) {
  return columns * rows
}
