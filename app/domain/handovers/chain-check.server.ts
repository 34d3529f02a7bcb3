import { sealOf } from './append-entry.server.ts'
import { type PublishedEntry, readPublishedLine } from './ledger-entry.ts'
import { addTo, noSums, type Sums } from './ledger-sums.ts'

export type Break = { seq: number; id: string; problem: string }

/** What is known after so many lines: where the chain stands, the sums so far, and what each entry said. */
export type Chain = { seq: number; hash: string; sums: Sums; said: Map<string, string>; reversed: Set<string> }

export function newChain(): Chain {
  return { seq: 0, hash: '', sums: noSums(), said: new Map(), reversed: new Set() }
}

/** Follows the chain by one line of the published file. Returns what is broken, or undefined and goes on. */
export function followLine(chain: Chain, line: string): Break | undefined {
  const entry = readPublishedLine(line)
  const seq = chain.seq + 1
  if (!entry) return { seq, id: '', problem: 'is not a line of the ledger' }
  const problem = problemWith(chain, line, entry)
  if (problem) return { seq, id: entry.id, problem }
  chain.seq = seq
  chain.hash = entry.hash
  chain.said.set(entry.id, content(entry))
  if (entry.reverses_id) chain.reversed.add(entry.reverses_id)
  addTo(chain.sums, entry)
  return undefined
}

function problemWith(chain: Chain, line: string, entry: PublishedEntry) {
  if (Number(entry.seq) !== chain.seq + 1) return `is numbered ${entry.seq}: an entry is missing or out of order`
  if (entry.previous_hash !== chain.hash) return 'does not follow from the entry before it'
  if (sealOf(line.slice(0, line.lastIndexOf(','))) !== entry.hash)
    return 'does not match its hash: it was changed after it was posted'
  return problemWithMass(entry) ?? problemWithParties(entry) ?? problemWithReversal(chain, entry)
}

function problemWithMass(entry: PublishedEntry) {
  const [low, typ, high] = [entry.low_g, entry.typ_g, entry.high_g].map(Number) as [number, number, number]
  if (![low, typ, high].every(Number.isSafeInteger)) return 'has a mass that is not in whole grams'
  if (low <= 0 || low > typ || typ > high) return 'has a range out of order'
  return ['A', 'B', 'C', 'D'].includes(entry.grade) ? undefined : `has grade ${entry.grade}, which posts no mass`
}

function problemWithParties(entry: PublishedEntry) {
  if (entry.giver_party === entry.taker_party) return 'has the same giver and taker'
  return entry.effective_at > entry.recorded_at ? 'was recorded before it happened' : undefined
}

function problemWithReversal(chain: Chain, entry: PublishedEntry) {
  const isReversal = entry.kind === 'reversal'
  if (isReversal !== (entry.sign === '-1') || isReversal !== (entry.reverses_id !== ''))
    return 'has a sign that its kind does not have'
  if (!isReversal) return undefined
  const said = chain.said.get(entry.reverses_id)
  if (said === undefined) return 'reverses an entry that is not there'
  if (chain.reversed.has(entry.reverses_id)) return 'reverses an entry that was reversed already'
  return said === content(entry) ? undefined : 'does not reverse exactly what was posted'
}

/** What a reversal must repeat to the letter. */
function content(entry: PublishedEntry) {
  const { low_g, typ_g, high_g, grade, quantity, unit, eu_category, material_key, listing_id, handover_id } = entry
  const { giver_party, taker_party, taker_type, municipality_istat } = entry
  const what = [low_g, typ_g, high_g, grade, quantity, unit, eu_category, material_key, listing_id, handover_id]
  return [...what, giver_party, taker_party, taker_type, municipality_istat].join(',')
}
