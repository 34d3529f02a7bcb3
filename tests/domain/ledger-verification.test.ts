import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import { ledgerFile, toTheEnd } from '#app/domain/handovers/ledger.read.server.ts'
import { canonicalLine, ledgerHeader, publishedLine, readPublishedLine } from '#app/domain/handovers/ledger-entry.ts'
import { verifyChain, verifyFile } from '#app/domain/handovers/verify-chain.server.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { differencesWithPages } from '#app/domain/impact/verify-totals.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { handOver, ledger, promised, promisedBoards } from '../support/handover-steps.ts'
import { allowChanges } from '../support/ledger-tampering.ts'
import { actOf, db, freshWorld } from '../support/world.ts'

beforeEach(freshWorld)

/** Three handovers of one lot: weighed, documented, and one put right afterwards. */
async function threeHandovers() {
  const { listing, claim } = await promisedBoards()
  await handOver(claim)
  await handOver(await promised(listing, { claimant_id: 'gina', qty_wanted: 4 }), { grade: 'B', typ_g: 11_000 })
  const { handover } = await handOver(await promised(listing, { claimant_id: 'chiara', qty_wanted: 2 }), {
    typ_g: 50_000,
  })
  await write(db, (trx) =>
    correctHandover(trx, actOf('dario'), handover.id, weighing({ grade: 'A', typ_g: 5000 }), 'wrong_unit'),
  )
}

async function file() {
  const pieces: string[] = []
  for await (const piece of ledgerFile(db, toTheEnd)) pieces.push(piece)
  return pieces.join('')
}

async function* linesOf(text: string) {
  yield* text.split('\n')
}

test('a sound ledger verifies, from the database and from the published file alone', async () => {
  await threeHandovers()
  const verdict = await verifyChain(db)
  expect(verdict.broken).toBeUndefined()
  expect(verdict.chain).toMatchObject({ seq: 5, sums: { headline: 39_400 } })
  expect(await differencesWithPages(db, verdict.chain.sums)).toEqual([])
  const published = await verifyFile(linesOf(await file()))
  expect(published.broken).toBeUndefined()
  expect(published.chain.sums).toEqual(verdict.chain.sums)
})

test('twenty handovers confirmed at the same moment make one chain, without gaps', async () => {
  const lots = await Promise.all(Array.from({ length: 20 }, () => promisedBoards()))
  await Promise.all(lots.map(({ claim }) => handOver(claim)))
  expect((await ledger()).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(await verifyChain(db)).toMatchObject({ chain: { seq: 20, sums: { headline: 468_000 } } })
  expect((await verifyChain(db)).broken).toBeUndefined()
})

test('an empty ledger verifies', async () => {
  expect(await verifyChain(db)).toMatchObject({ chain: { seq: 0, hash: '' } })
  expect(await file()).toBe(`${ledgerHeader}\n`)
})

test('a published line reads back as it was', async () => {
  await threeHandovers()
  for (const entry of await ledger()) {
    expect(publishedLine(entry).startsWith(canonicalLine(entry))).toBe(true)
    expect(readPublishedLine(publishedLine(entry))).toMatchObject({
      id: entry.id,
      typ_g: String(entry.typ_g),
      hash: entry.hash,
    })
  }
})

test('text that would break a line never enters the ledger', async () => {
  await threeHandovers()
  const [entry] = await ledger()
  if (!entry) throw new Error('the ledger is empty')
  for (const method of ['a,b', 'a"b', 'a\nb']) expect(() => canonicalLine({ ...entry, method })).toThrow('cannot hold')
})

test('the file says nothing of who the people are', async () => {
  await threeHandovers()
  const text = await file()
  for (const trace of [',ada,', 'bruno', 'gina', 'chiara', 'dario', 'Ferri', 'Nomentana', 'example.org'])
    expect(text).not.toContain(trace)
})

describe('with the triggers gone, tampering is found and named', () => {
  const tampering = [
    ['grams made more', sql`update mass_ledger set typ_g = typ_g + 1, high_g = high_g + 1 where seq = 2`, 2],
    [
      'a taker replaced',
      sql`update mass_ledger set taker_party = (select taker_party from mass_ledger where seq = 1) where seq = 2`,
      2,
    ],
    ['an entry taken out', sql`delete from mass_ledger where seq = 2`, 2],
    ['the last entry taken out', sql`delete from mass_ledger where seq = 5`, 5],
    ['a hash replaced', sql`update mass_ledger set hash = 'f' where seq = 3`, 3],
    ['a date moved', sql`update mass_ledger set effective_at = '2020-01-01T00:00:00.000Z' where seq = 1`, 1],
    ['a comma let in', sql`update mass_ledger set method = 'scale,scale' where seq = 2`, 2],
    ['a weigh record touched', sql`update weigh_records set device = 'another' where typ_g = 11000`, 2],
    ['a handover touched', sql`update handovers set quantity = 3 where quantity = 4`, 2],
    ['a head that says more', sql`update ledger_head set seq = 9`, 6],
  ] as const

  test.each(tampering)('%s', async (_what, change, seq) => {
    await threeHandovers()
    await allowChanges(db, async () => void (await change.execute(db)))
    expect((await verifyChain(db)).broken).toMatchObject({ seq })
  })
})

describe('a published file that was changed is found out', () => {
  const changes: [string, (lines: string[]) => string[], number][] = [
    ['a line left out', (lines) => lines.toSpliced(2, 1), 2],
    ['two lines swapped', (lines) => [...lines.slice(0, 1), lines[2] ?? '', lines[1] ?? '', ...lines.slice(3)], 1],
    ['grams changed', (lines) => lines.map((line) => line.replace(',11000,', ',12000,')), 2],
    ['a header of its own', (lines) => ['seq,grams', ...lines.slice(1)], 0],
    ['a line cut short', (lines) => lines.map((line, at) => (at === 3 ? line.slice(0, 80) : line)), 3],
  ]
  test.each(changes)('%s', async (_what, change, seq) => {
    await threeHandovers()
    const lines = (await file()).trimEnd().split('\n')
    expect((await verifyFile(linesOf(change(lines).join('\n')))).broken).toMatchObject({ seq })
  })
})
