import { materialSearchText, stem } from '../listings/material-search.ts'
import { materials } from '../listings/materials.ts'
import { nodesAbove } from '../listings/wanted-material.ts'
import { type Box, boxAround } from '../places/point.ts'
import type { LotFacts } from './answers.ts'
import type { Asked } from './asked.ts'

/** Sides of the cells of the earth, in micro-degrees: the first whose cells cover a circle in at most sixteen is used. */
const cellSides = [100_000, 250_000, 1_250_000, 6_250_000]
const mostCells = 16
const anywhere = '*'

/** A word is known by the beginning of its stem: three to five letters. */
const shortest = 3
const longest = 5

/**
 * Where a saved search is filed: its rarest condition, in each cell of the earth where it looks. A lot that answers has
 * one of these among its own anchors; the rest is for `answers` to judge.
 */
export function anchorsOf(asked: Asked) {
  const what = rarest(asked)
  return placesOf(asked).map((place) => `${place} ${what}`)
}

/** Every anchor under which a search that this lot answers may be filed. */
export function anchorsOfLot(lot: LotFacts) {
  const places = [
    anywhere,
    ...cellSides.map((side, level) => cell(level, row(lot.latitude_e6, side), row(lot.longitude_e6, side))),
  ]
  const whats = [anywhere, ...materialsOf(lot), ...sizesOf(lot), ...wordsOf(lot)]
  return places.flatMap((place) => whats.map((what) => `${place} ${what}`))
}

function placesOf({ ask, from, box }: Asked) {
  const around = from && ask.radius !== undefined ? boxAround(from, ask.radius * 1000) : box
  if (!around) return [anywhere]
  for (const [level, side] of cellSides.entries()) {
    const cells = cellsOf(around, side, level)
    if (cells) return cells
  }
  return [anywhere]
}

/** The cells a box touches, or undefined when they are too many, or the box goes round the date line or over a pole. */
function cellsOf({ south_e6, north_e6, west_e6, east_e6 }: Box, side: number, level: number) {
  if (west_e6 < -180_000_000 || east_e6 > 180_000_000 || west_e6 > east_e6) return undefined
  if (south_e6 < -89_000_000 || north_e6 > 89_000_000) return undefined
  const [south, north, west, east] = [row(south_e6, side), row(north_e6, side), row(west_e6, side), row(east_e6, side)]
  if ((north - south + 1) * (east - west + 1) > mostCells) return undefined
  const cells: string[] = []
  for (let y = south; y <= north; y += 1) for (let x = west; x <= east; x += 1) cells.push(cell(level, y, x))
  return cells
}

function row(e6: number, side: number) {
  return Math.floor(e6 / side)
}

function cell(level: number, y: number, x: number) {
  return `${level}:${y}:${x}`
}

/** The condition that fewest lots fulfil, by the share of the catalogue that does. The same question, the same answer. */
function rarest(asked: Asked) {
  const { ask, text, lines } = asked
  const found = [{ what: anywhere, share: 1 }]
  if (lines.length > 0) found.push({ what: `size:${doublings(leastSide(asked))}`, share: 0.3 })
  if (ask.material) found.push({ what: `material:${ask.material}`, share: shareOfMaterial(ask.material) })
  for (const word of text.words) {
    const stemmed = stem(word)
    if (stemmed.length >= shortest)
      found.push({ what: `word:${stemmed.slice(0, longest)}`, share: shareOfWord(stemmed) })
  }
  return found.reduce((rare, each) => (each.share < rare.share ? each : rare)).what
}

const texts = materials.map((material) => ({ key: material.key, words: ` ${materialSearchText(material)}` }))

function shareOfMaterial(key: string) {
  return texts.filter((leaf) => leaf.key === key || leaf.key.startsWith(`${key}.`)).length / texts.length
}

/** A word of no material at all is of one lot in a thousand. */
function shareOfWord(stemmed: string) {
  return Math.max(
    0.001,
    texts.filter(({ words }) => words.includes(` ${stemmed.slice(0, longest)}`)).length / texts.length,
  )
}

function materialsOf({ material_key }: LotFacts) {
  return material_key === '' ? [] : nodesAbove(material_key).map((node) => `material:${node}`)
}

// A board whose longer side is shorter than the longer side of every piece gives none.
function leastSide({ lines, ask: { tolerance = 0 } }: Asked) {
  return Math.min(...lines.map((line) => Math.max(1, Math.max(line.length_mm, line.width_mm) - tolerance)))
}

function sizesOf({ unit, piece_length_mm, piece_width_mm }: LotFacts) {
  if (unit !== 'piece' || piece_length_mm === null || piece_width_mm === null) return []
  const most = doublings(Math.max(piece_length_mm, piece_width_mm))
  return Array.from({ length: most + 1 }, (_, size) => `size:${size}`)
}

function doublings(side_mm: number) {
  return Math.floor(Math.log2(Math.max(1, side_mm)))
}

// A stem is the beginning of its word, and a word that answers begins with the stem of what was typed.
function wordsOf({ search_text }: LotFacts) {
  const beginnings = new Set<string>()
  for (const word of search_text.split(' '))
    for (let length = shortest; length <= Math.min(longest, word.length); length += 1)
      beginnings.add(`word:${word.slice(0, length)}`)
  return beginnings
}
