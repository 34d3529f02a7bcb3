import { describe, expect, test } from 'vitest'
import { sealOf } from '#app/domain/handovers/append-entry.server.ts'
import { followLine, newChain } from '#app/domain/handovers/chain-check.server.ts'
import { canonicalLine, outside, plainText, publishedLine } from '#app/domain/handovers/ledger-entry.ts'
import { addTo, isCounted, noSums, problemWithSums } from '#app/domain/handovers/ledger-sums.ts'
import type { MassLedgerRow } from '#db/schema/handovers.ts'

const oak: MassLedgerRow = {
  seq: 1,
  id: 'e1',
  listing_id: 'l1',
  parent_listing_id: null,
  handover_id: 'h1',
  kind: 'reuse',
  sign: 1,
  low_g: 900,
  typ_g: 1000,
  high_g: 1100,
  grade: 'B',
  method: 'document',
  weight_reference: '',
  weight_reference_version: '',
  quantity: 8,
  unit: 'piece',
  eu_category: 'construction',
  channel: 'online_platform',
  material_key: 'wood.solid.boards',
  giver_party: 'p1',
  taker_party: 'p2',
  taker_type: 'end_user',
  municipality_istat: '058091',
  effective_at: '2026-03-01T10:00:00.000Z',
  recorded_at: '2026-03-01T10:05:00.000Z',
  recorded_by_party: 'p1',
  reason: 'handover',
  reverses_id: null,
  evidence_hash: 'f',
  previous_hash: '',
  hash: '',
}

/** Seals the entries one after the other, as whoever forges a whole ledger would: only the rules can find them out. */
function sealed(...entries: Partial<MassLedgerRow>[]) {
  let previous_hash = ''
  return entries.map((facts, at) => {
    const entry = { ...oak, id: `e${at + 1}`, handover_id: `h${at + 1}`, seq: at + 1, ...facts, previous_hash }
    previous_hash = sealOf(canonicalLine(entry))
    return publishedLine({ ...entry, hash: previous_hash })
  })
}

function firstBreak(...entries: Partial<MassLedgerRow>[]) {
  const chain = newChain()
  for (const line of sealed(...entries)) {
    const broken = followLine(chain, line)
    if (broken) return broken
  }
  return undefined
}

const reversal: Partial<MassLedgerRow> = {
  kind: 'reversal',
  sign: -1,
  reverses_id: 'e1',
  handover_id: 'h1',
  reason: 'fraud',
}

test('a chain of a reuse, its reversal and its correction is sound', () => {
  expect(firstBreak({}, reversal, { kind: 'correction', handover_id: 'h1' })).toBeUndefined()
})

describe('a chain whose hashes are right is still broken by', () => {
  const wrongs: [string, Partial<MassLedgerRow>[], number][] = [
    ['a range out of order', [{ low_g: 1001 }], 1],
    ['a mass of nothing', [{ low_g: 0 }], 1],
    ['half a gram', [{ typ_g: 1000.5 }], 1],
    ['grade E', [{ grade: 'E' }], 1],
    ['a giver who takes', [{ taker_party: 'p1' }], 1],
    ['a record before the event', [{ effective_at: '2026-03-02T10:00:00.000Z' }], 1],
    ['a minus that is no reversal', [{ sign: -1 }], 1],
    ['a reversal of nothing', [{}, { ...reversal, reverses_id: 'e9' }], 2],
    ['a reversal of what comes later', [{ ...reversal, reverses_id: 'e2' }, {}], 1],
    ['a second reversal of the same', [{}, reversal, reversal], 3],
    ['a reversal with other grams', [{}, { ...reversal, typ_g: 999 }], 2],
    ['a reversal for another taker', [{}, { ...reversal, taker_party: 'p3' }], 2],
    ['a gap in the numbers', [{}, { seq: 3 }], 2],
  ]
  test.each(wrongs)('%s', (_what, entries, seq) => {
    expect(firstBreak(...entries)).toMatchObject({ seq })
  })
})

describe('what counts', () => {
  const published = (facts: Partial<MassLedgerRow> = {}) => {
    const entry = { ...oak, ...facts }
    return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, String(value ?? '')])) as never
  }

  test('is what end users have', () => {
    expect(isCounted({ kind: 'reuse', taker_type: 'end_user' })).toBe(true)
    expect(isCounted({ kind: 'correction', taker_type: 'end_user' })).toBe(true)
    expect(isCounted({ kind: 'pipeline_in', taker_type: 'intermediary' })).toBe(false)
    expect(isCounted({ kind: 'reversal', taker_type: 'intermediary' })).toBe(false)
    expect(isCounted({ kind: 'became_waste', taker_type: 'end_user' })).toBe(false)
  })

  test('comes to the same by giver, taker, category and municipality', () => {
    const sums = noSums()
    addTo(sums, published())
    addTo(sums, published({ taker_party: 'p3', typ_g: 500, eu_category: 'textiles' }))
    addTo(sums, published({ kind: 'reversal', sign: -1 }))
    expect(sums.headline).toBe(500)
    expect(problemWithSums(sums)).toBeUndefined()
    expect([...sums.by_taker]).toEqual([
      ['p2', 0],
      ['p3', 500],
    ])
  })

  test('stock is kept apart, and may not be below nothing', () => {
    const sums = noSums()
    const stock = { kind: 'pipeline_in', taker_type: 'intermediary' } as const
    addTo(sums, published(stock))
    expect([sums.headline, sums.pipeline.get('p2')]).toEqual([0, 1000])
    const out = { ...stock, kind: 'pipeline_out', giver_party: 'p2', taker_party: outside } as const
    addTo(sums, published({ ...out, typ_g: 400 }))
    expect([problemWithSums(sums), sums.pipeline.get('p2')]).toEqual([undefined, 600])
    addTo(sums, published({ ...out, typ_g: 601 }))
    expect(problemWithSums(sums)).toBe('a stock is below zero')
  })

  test('no more leaves of what came in by a listing than came in by it', () => {
    const sums = noSums()
    addTo(sums, published({ kind: 'pipeline_in', taker_type: 'intermediary', typ_g: 3000 }))
    addTo(sums, published({ kind: 'pipeline_in', taker_type: 'intermediary', listing_id: 'l2' }))
    const out = { kind: 'pipeline_out', taker_type: 'intermediary', giver_party: 'p2', taker_party: outside } as const
    addTo(sums, published({ ...out, listing_id: 'l3', parent_listing_id: 'l2' }))
    expect(problemWithSums(sums)).toBeUndefined()
    addTo(sums, published({ ...out, listing_id: 'l3', parent_listing_id: 'l2', typ_g: 1 }))
    expect(problemWithSums(sums)).toBe('more left the stock of listing l2 than came in')
  })

  test('nobody’s sum may be below nothing', () => {
    const sums = noSums()
    addTo(sums, published())
    addTo(sums, published({ kind: 'reversal', sign: -1, giver_party: 'p9' }))
    expect(problemWithSums(sums)).toContain('below zero')
  })
})

test('text from elsewhere is made fit for a line', () => {
  expect(plainText(' size, density;\n"oak"  boards ')).toBe('size density oak boards')
})
