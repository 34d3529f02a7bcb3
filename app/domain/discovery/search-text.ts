import { fold } from '../listings/material-search.ts'
import { readLength } from '../listings/quantity-length.ts'

export type SearchText = {
  /** Folded words, each of which a lot must say in one of its forms. At most 8. */
  words: string[]
  /** «almeno 1.200 mm», «>= 1,2 m», «at least 120 cm»: pieces this long, in mm. */
  min_length_mm: number | undefined
  /** «8 tavole»: this many pieces. */
  min_quantity: number | undefined
}

const length = /(?:(?:almeno|lung[hoaei]+|at least|min\.?|≥|>=?)\s*)*(\d[\d.,]*)\s*(mm|cm|m)(?![\p{L}\d²³])/iu
/** «da 60 a 90 cm», «between 2 and 3 m»: at least the first of the two. */
const range =
  /(?<!\p{L})(?:da|tra|fra|from|between)\s+(\d[\d.,]*)\s*(?:a|e|to|and)\s+\d[\d.,]*\s*(mm|cm|m)(?![\p{L}\d²³])/iu
const count = /^\s*(\d{1,4})\s+(?=\p{L})/u
const fillers = new Set([
  'di',
  'da',
  'in',
  'del',
  'della',
  'dei',
  'e',
  'almeno',
  'lunghe',
  'lunghi',
  'lungo',
  'lunga',
  'of',
  'and',
  'the',
  'at',
  'least',
  'long',
  'per',
  'con',
])

/** What somebody typed into the search box, taken apart. Nothing here can be wrong: what is not understood is words. */
export function readSearchText(typed: string): SearchText {
  const [said = '', amount = '', unit = ''] = range.exec(typed) ?? length.exec(typed) ?? []
  const read = amount ? readLength(plainThousands(amount) + unit) : undefined
  const min_length_mm = read && !read.problem ? read.value : undefined
  const rest = min_length_mm === undefined ? typed : typed.replace(said, ' ')
  const min_quantity = Number(count.exec(rest)?.[1] ?? 0) || undefined
  const words = fold(min_quantity ? rest.replace(count, '') : rest)
    .split(' ')
    .filter((word) => word && !fillers.has(word))
  return { words: [...new Set(words)].slice(0, 8), min_length_mm, min_quantity }
}

// A search is forgiving where a form is not: «1.200 mm» can only mean one thing here, and a wrong guess costs a click.
function plainThousands(amount: string) {
  return /^\d{1,3}([.,]\d{3})+$/.test(amount) ? amount.replace(/[.,]/g, '') : amount
}
