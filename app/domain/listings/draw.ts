/** What a window's draw is made of, in the order in which it is written: by claim. */
export type DrawWord = { claim_id: string; draw_word: string }

export const longestDrawWord = 40

/** A claimant's word without what separates words in the public data, at most 40 characters. */
export function cleanDrawWord(typed: string) {
  const plain = typed.normalize('NFC').replace(/[\p{C}|,:\s]+/gu, ' ')
  return Array.from(plain.trim()).slice(0, longestDrawWord).join('').trim()
}

/** `<ledger head>|<claim>:<word>,<claim>:<word>,…`, claims sorted by their id. An empty ledger counts as 64 zeros. */
export function publicData(ledgerHead: string, words: readonly DrawWord[]) {
  const sorted = words.toSorted((one, other) => (one.claim_id < other.claim_id ? -1 : 1))
  const head = ledgerHead === '' ? '0'.repeat(64) : ledgerHead
  return `${head}|${sorted.map(({ claim_id, draw_word }) => `${claim_id}:${draw_word}`).join(',')}`
}

/** What is hashed (SHA-256, lower-case hex) into a claim's ticket. The lowest ticket comes first. */
export function ticketText(seed: string, public_data: string, claimId: string) {
  return `${seed}|${public_data}|${claimId}`
}
