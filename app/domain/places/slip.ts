/** So many wrong letters are forgiven in a word this long. */
export function slipsIn(word: string) {
  return word.length < 4 ? 0 : word.length < 9 ? 1 : 2
}

/** Ariccia and Arricia are one word to whoever writes by ear. */
export function undoubled(word: string) {
  return word.replace(/(.)\1+/g, '$1')
}

/** The letters of a word as bits: one that has more letters the other lacks than there are slips is another word. */
export function letterBits(word: string) {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/**
 * How many letters are wrong, missing, too many or swapped with their neighbour between two words (optimal string
 * alignment); `most + 1` as soon as it is more than `most`.
 */
export function slipsBetween(a: string, b: string, most: number) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, above, line] = rows
  // Only a band around the diagonal can hold fewer slips than `most`; what lies beside it counts as too many.
  for (let at = 0; at <= b.length + 1; at++) above[at] = at
  for (let row = 1; row <= a.length; row++) {
    const [from, to] = [Math.max(1, row - most), Math.min(b.length, row + most)]
    line[from - 1] = from === 1 ? row : most + 1
    let fewest = line[from - 1] ?? 0
    for (let at = from; at <= to; at++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(at - 1)
      const swapped =
        row > 1 &&
        at > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(at - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(at - 1)
      const instead = (above[at - 1] ?? 0) + (same ? 0 : 1)
      const beside = Math.min(above[at] ?? 0, line[at - 1] ?? 0) + 1
      const turned = swapped ? (before[at - 2] ?? 0) + 1 : most + 1
      line[at] = Math.min(instead, beside, turned)
      fewest = Math.min(fewest, line[at] ?? 0)
    }
    line[to + 1] = most + 1
    if (fewest > most) return most + 1
    ;[before, above, line] = [above, line, before]
  }
  return Math.min(above[b.length] ?? 0, most + 1)
}

/** Written over and over, since ten thousand names are compared for one answer. */
const rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(256), new Uint16Array(256), new Uint16Array(256)]

/** How many bits are set. */
export function countBits(bits: number) {
  let left = bits
  let count = 0
  for (; left !== 0; count++) left &= left - 1
  return count
}
