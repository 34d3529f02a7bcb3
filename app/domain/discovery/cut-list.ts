import { readLength } from '../listings/quantity-length.ts'

/** So many pieces at least so long, wide and thick, in millimetres. Without a thickness any will do. */
export type CutLine = { pieces: number; length_mm: number; width_mm: number; thickness_mm: number | undefined }

/** The size of the pieces of a lot. */
export type Board = { length_mm: number; width_mm: number; thickness_mm: number | null }

/** What boards of one size can do for a cut list once there are `boards` of them: `lines` served, waste in thousandths. */
export type Tier = { lines: number; boards: number; waste: number }

export const mostLines = 8
const mostPieces = 9999

/** What a saw blade turns to dust between two pieces. */
export const kerf_mm = 3

/**
 * Reads «8 da 1200 × 200 × 18», «8x1200x200x18», «120 cm x 20 cm»: one line each, or with semicolons. A bare number is
 * millimetres, as on a drawing. What cannot be read is given back as it was typed, never guessed.
 */
export function readCutList(text: string): { lines: CutLine[]; unread: string[] } {
  const typed = text
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const read = typed.map((line) => ({ line, cut: readLine(line) }))
  return {
    lines: read.flatMap(({ cut }) => cut ?? []).slice(0, mostLines),
    unread: read.filter(({ cut }) => !cut).map(({ line }) => line),
  }
}

/** «8x1200x200x18;4:600x300»: the same list is the same text, and is read as it was meant. */
export function writeCutList(lines: readonly CutLine[]) {
  return lines
    .map(({ pieces, length_mm, width_mm, thickness_mm }) =>
      thickness_mm ? [pieces, length_mm, width_mm, thickness_mm].join('x') : `${pieces}:${length_mm}x${width_mm}`,
    )
    .join(';')
}

/** How many pieces of a line come out of one board with straight cuts, laid lengthwise or across, whichever gives more. */
export function piecesPerBoard(board: Board, line: CutLine, tolerance_mm = 0) {
  return piecesOf(board, leastSize(line, tolerance_mm))
}

function piecesOf(board: Board, least: Least) {
  if (least.thickness_mm !== undefined && (board.thickness_mm ?? 0) < least.thickness_mm) return 0
  const lengthwise = sawn(board.length_mm, least.length_mm) * sawn(board.width_mm, least.width_mm)
  const across = sawn(board.length_mm, least.width_mm) * sawn(board.width_mm, least.length_mm)
  return Math.max(lengthwise, across)
}

/**
 * What boards of this size do for the list, best last: with a single board whatever it gives (`lines` is 0), then with as
 * many as serve one whole line, two, and so on, the lines that take fewest boards first. No board serves two lines, so
 * the waste is never flattered. Empty when not one piece comes out.
 */
export function tiersOf(board: Board, lines: readonly CutLine[], tolerance_mm = 0): Tier[] {
  const served = servedBy(board, lines, tolerance_mm)
  if (served.length === 0) return []
  const tiers = [oneBoard(board, served)]
  let boards = 0
  for (const [at, one] of served.entries()) {
    boards += one.boards
    tiers.push({ lines: at + 1, boards, waste: wasteOf(board, served.slice(0, at + 1), boards) })
  }
  return tiers
}

type Served = { least: Least; line: CutLine; each: number; boards: number }

/** The lines of which at least one piece comes out of a board, those first that take fewest boards. */
function servedBy(board: Board, lines: readonly CutLine[], tolerance_mm: number): Served[] {
  const served: Served[] = []
  for (const line of lines) {
    const least = leastSize(line, tolerance_mm)
    const each = piecesOf(board, least)
    if (each > 0) served.push({ least, line, each, boards: Math.ceil(line.pieces / each) })
  }
  return served.sort((a, b) => a.boards - b.boards)
}

/** A single board with whatever it gives. */
function oneBoard(board: Board, served: readonly Served[]): Tier {
  const wastes = served.map(({ least, line, each }) =>
    wasteOf(board, [{ least, line: { ...line, pieces: Math.min(each, line.pieces) } }], 1),
  )
  return { lines: 0, boards: 1, waste: Math.min(...wastes) }
}

/**
 * The rank (see `fitRank`) of the most that boards of a size do when there are enough of them, the last of `tiersOf`: for a
 * first order of thousands of sizes. Undefined when not one piece comes out.
 */
export function ranking(lines: readonly CutLine[], tolerance_mm = 0) {
  const cuts = lines.map((line) => ({ pieces: line.pieces, least: leastSize(line, tolerance_mm) }))
  return (board: Board) => {
    const thick = board.thickness_mm ?? 1
    let [served, boards, used] = [0, 0, 0]
    for (const { pieces, least } of cuts) {
      const each = piecesOf(board, least)
      if (each === 0) continue
      served += 1
      boards += Math.ceil(pieces / each)
      used += pieces * least.length_mm * least.width_mm * (least.thickness_mm ?? thick)
    }
    const waste = Math.max(0, 1000 - Math.floor((1000 * used) / (boards * board.length_mm * board.width_mm * thick)))
    return served > 0 ? fitRank({ lines: served, waste }) : undefined
  }
}

/** The last of `tiersOf` for which there are boards enough: a lot is held against thousands of lists. Undefined when they give not one piece. */
export function bestTier(board: Board, available: number, lines: readonly CutLine[], tolerance_mm = 0) {
  const served = servedBy(board, lines, tolerance_mm)
  if (served.length === 0 || available < 1) return undefined
  let [whole, boards] = [0, 0]
  for (const one of served) {
    if (boards + one.boards > available) break
    whole += 1
    boards += one.boards
  }
  return whole > 0
    ? { lines: whole, boards, waste: wasteOf(board, served.slice(0, whole), boards) }
    : oneBoard(board, served)
}

/** What a lot does for a cut list: so many of its lines served whole, and the waste in thousandths. */
export type Fit = { lines: number; of: number; waste: number }

type Lot = {
  unit: string
  piece_length_mm: number | null
  piece_width_mm: number | null
  piece_thickness_mm: number | null
}

/** Undefined when the lot is not of pieces whose size is known, or gives not one piece of the list. */
export function fitOf(lot: Lot, available: number, lines: readonly CutLine[], tolerance_mm = 0): Fit | undefined {
  const { unit, piece_length_mm: length_mm, piece_width_mm: width_mm, piece_thickness_mm: thickness_mm } = lot
  if (unit !== 'piece' || length_mm === null || width_mm === null) return undefined
  const tier = bestTier({ length_mm, width_mm, thickness_mm }, available, lines, tolerance_mm)
  return tier && { lines: tier.lines, of: lines.length, waste: tier.waste }
}

/** One number to sort by, smaller is better: more lines served, then less waste. */
export function fitRank({ lines, waste }: Pick<Tier, 'lines' | 'waste'>) {
  return (mostLines - lines) * 1001 + waste
}

type Least = { length_mm: number; width_mm: number; thickness_mm: number | undefined }

/** The smallest piece that will do. */
export function leastSize({ length_mm, width_mm, thickness_mm }: CutLine, tolerance_mm: number): Least {
  return {
    length_mm: shorter(length_mm, tolerance_mm),
    width_mm: shorter(width_mm, tolerance_mm),
    thickness_mm: thickness_mm === undefined ? undefined : shorter(thickness_mm, tolerance_mm),
  }
}

function shorter(side: number, tolerance_mm: number) {
  return Math.max(1, side - tolerance_mm)
}

/** How many pieces so long come out of a side, a saw blade lost between each two. */
export function sawn(board: number, piece: number) {
  return Math.floor((board + kerf_mm) / (piece + kerf_mm))
}

function wasteOf(board: Board, cuts: readonly { least: Least; line: CutLine }[], boards: number) {
  const thick = board.thickness_mm ?? 1
  const whole = boards * board.length_mm * board.width_mm * thick
  const used = cuts.reduce(
    (sum, { least, line }) => sum + line.pieces * least.length_mm * least.width_mm * (least.thickness_mm ?? thick),
    0,
  )
  return Math.max(0, 1000 - Math.floor((1000 * used) / whole))
}

// «3 1200x200» is three pieces; «3 200x100» may be a length of 3.200, and says neither.
const counted =
  /^(\d{1,4})(?:\s*(?:da|pz\.?|pezzi|pezzo|pcs|pieces|of|:)\s*(?=\d)|\s+(?=\d{4}|\d{1,2}(?!\d)|\d{1,3}[.,]\d))/i

function readLine(text: string): CutLine | undefined {
  const [, count] = counted.exec(text) ?? []
  const sides = text.replace(counted, '').split(/\s*[x×*]\s*/i)
  const first = count ?? (sides.length === 4 || beginsWithCount(sides) ? sides.shift() : '1')
  const pieces = /^\d{1,4}$/.test(first?.trim() ?? '') ? Number(first) : 0
  const [length, width, thickness, ...more] = sides.map((side) => readLength(side))
  if (pieces < 1 || pieces > mostPieces || more.length > 0 || !length || !width) return undefined
  if (length.problem || width.problem || thickness?.problem) return undefined
  return { pieces, length_mm: length.value, width_mm: width.value, thickness_mm: thickness?.value }
}

// No board is thicker than it is long: «4x600x300» is four pieces, «600x300x18» one with its thickness.
function beginsWithCount([first = '', , last = '', ...more]: readonly string[]) {
  return more.length === 0 && /^\d{1,4}$/.test(first.trim()) && Number(first) < Number(last)
}
