import type { MassLedgerRow } from '#db/schema/handovers.ts'

/** The columns of the register, in the order in which they are hashed and published. `hash` covers all before it. */
export const ledgerColumns = [
  'seq',
  'id',
  'kind',
  'sign',
  'low_g',
  'typ_g',
  'high_g',
  'grade',
  'method',
  'weight_reference',
  'weight_reference_version',
  'quantity',
  'unit',
  'eu_category',
  'channel',
  'material_key',
  'listing_id',
  'parent_listing_id',
  'handover_id',
  'giver_party',
  'taker_party',
  'taker_type',
  'municipality_istat',
  'effective_at',
  'recorded_at',
  'recorded_by_party',
  'reason',
  'reverses_id',
  'evidence_hash',
  'previous_hash',
  'hash',
] as const satisfies readonly (keyof MassLedgerRow)[]

/**
 * The party of what is in no stock and with nobody we know: what leaves a hub's stock goes to it, what a count finds comes
 * from it. With it every line says by itself what it does to a stock.
 */
export const outside = 'outside'

export const ledgerHeader = ledgerColumns.join(',')

const sealedColumns = ledgerColumns.filter((column) => column !== 'hash')

export type UnsealedEntry = Omit<MassLedgerRow, 'hash'>

/** One entry as it came out of a file: every value still text. */
export type PublishedEntry = Record<(typeof ledgerColumns)[number], string>

/**
 * The text that an entry's hash is taken of: its values in `ledgerColumns` order without the last, joined by commas, nothing
 * for null, no quotes; its own previous hash is the last of them. `hash = hex(SHA-256(UTF-8(canonicalLine)))`, so that
 * every line of the published file can be checked with `sha256sum` alone.
 */
export function canonicalLine(entry: UnsealedEntry) {
  const values = sealedColumns.map((column) => text(entry[column]))
  const unsafe = values.find((value) => unsafeText.test(value))
  if (unsafe !== undefined) throw new Error(`the ledger cannot hold the text ${JSON.stringify(unsafe)}`)
  return values.join(',')
}

/** The entry as one line of the published file. */
export function publishedLine(entry: MassLedgerRow) {
  return ledgerColumns.map((column) => text(entry[column])).join(',')
}

/** A line of the published file, or undefined when it has another number of columns. */
export function readPublishedLine(line: string): PublishedEntry | undefined {
  const values = line.split(',')
  if (values.length !== ledgerColumns.length) return undefined
  return Object.fromEntries(ledgerColumns.map((column, at) => [column, values[at]])) as PublishedEntry
}

/** Text from elsewhere (a method, a weight table's row) made fit for a line of the ledger. */
export function plainText(text: string) {
  return text.replace(/[",;\s]+/g, ' ').trim()
}

function text(value: string | number | null) {
  return value === null ? '' : String(value)
}

const unsafeText = /[",\r\n]/
