import { ledgerHeader, readPublishedLine } from './ledger-entry.ts'
import { isCounted } from './ledger-sums.ts'

export type Recomputed = { entries: number; grams: number; broken?: number }

/**
 * Recomputes the published file anywhere that has Web Crypto, a reader's browser for one: every hash, every link to the line
 * before, and the total in grams. `broken` is the number of the first line that does not hold.
 */
export async function recompute(file: string): Promise<Recomputed> {
  const [header, ...lines] = file.trimEnd().split('\n')
  if (header !== ledgerHeader) return { entries: 0, grams: 0, broken: 0 }
  let [grams, previous] = [0, '']
  for (const [at, line] of lines.entries()) {
    const entry = readPublishedLine(line)
    const isSound = entry && entry.seq === String(at + 1) && entry.previous_hash === previous
    if (!isSound || (await sha256(line.slice(0, line.lastIndexOf(',')))) !== entry.hash)
      return { entries: at, grams, broken: at + 1 }
    previous = entry.hash
    if (isCounted(entry)) grams += Number(entry.sign) * Number(entry.typ_g)
  }
  return { entries: lines.length, grams }
}

async function sha256(text: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
