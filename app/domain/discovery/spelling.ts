/**
 * How many letters were mistyped, left out, doubled or swapped between two words (Damerau-Levenshtein, optimal string
 * alignment), when it is few enough to be a slip: one up to five letters, two in longer words. Else undefined.
 */
export function isNear(typed: string, word: string): number | undefined {
  const most = typed.length > 5 ? 2 : 1
  if (Math.abs(typed.length - word.length) > most) return undefined
  let before: number[] = []
  let last = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1]
      let changes = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
      if (swapped) changes = Math.min(changes, at(before, j - 2) + 1)
      row.push(changes)
    }
    if (Math.min(...row) > most) return undefined
    before = last
    last = row
  }
  const changes = at(last, word.length)
  return changes <= most ? changes : undefined
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
