import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { recompute } from '#app/domain/handovers/recompute.ts'
import { loader as exportLoader } from '#app/routes/exports.mass-ledger[.]csv/route.ts'
import { loader } from '#app/routes/impact/route.tsx'
import { byHand } from '#app/routes/impact_.method/by-hand.ts'
import { handOver, ledger, promised, promisedBoards } from '../support/handover-steps.ts'
import { freshWorld, requestTo } from '../support/world.ts'

beforeEach(freshWorld)

const context = { nonce: '', reference: '' }
const impact = (query = '') => loader({ request: requestTo(`/impact${query}`), params: {}, context })
const file = (headers: Record<string, string> = {}) =>
  exportLoader({ request: requestTo('/exports/mass-ledger.csv', { headers }), params: {}, context })

async function someHandovers() {
  const { listing, claim } = await promisedBoards({ material_key: 'wood.solid.boards' })
  await handOver(claim, {}, '2026-10-20T08:00:00.000Z')
  await handOver(await promised(listing, { claimant_id: 'gina', qty_wanted: 4 }), { grade: 'B', typ_g: 10_001 })
}

test('anyone may read the accounts, in the language asked for', async () => {
  expect(await impact()).toMatchObject({ title: 'I conti, aperti.', year: 2026, total: { typ_g: 0 } })
  expect(await impact('?lang=en')).toMatchObject({ title: 'The accounts, open.' })
})

test('every part of the page adds up to its headline', async () => {
  await someHandovers()
  const page = await impact()
  expect(page.total).toMatchObject({ typ_g: 33_401, handovers: 2 })
  expect(page.ever.typ_g).toBe(33_401)
  for (const part of [page.grades, page.months, page.categories, page.materials, page.municipalities]) {
    expect(part.reduce((sum, { typ_g }) => sum + typ_g, 0)).toBe(33_401)
  }
  expect(page.materials).toMatchObject([{ name: 'Tavole di legno massello' }])
  expect(page.today).toBe('2026-11-24')
})

test('the seal is the last entry of the months that are over', async () => {
  await someHandovers()
  const [october] = await ledger()
  expect((await impact()).register).toMatchObject({ entries: 2, seal: { seq: 1, hash: october?.hash } })
})

test('a year nobody knows is the current one', async () => {
  await someHandovers()
  for (const query of ['?year=1850', '?year=molti', '?year=']) expect((await impact(query)).year).toBe(2026)
})

test('the export is the register and nothing but the register, and its own reader finds it sound', async () => {
  await someHandovers()
  const reply = await file()
  expect(reply.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const text = await reply.text()
  expect(text.split('\n')).toHaveLength(4)
  expect(await recompute(text)).toEqual({ entries: 2, grams: 33_401 })
})

test('an export that was read already is not sent again until something is posted', async () => {
  await someHandovers()
  const etag = (await file()).headers.get('ETag') ?? ''
  expect((await file({ 'If-None-Match': etag })).status).toBe(304)
  const { claim } = await promisedBoards()
  await handOver(claim)
  expect((await file({ 'If-None-Match': etag })).status).toBe(200)
})

test('an empty register is a header', async () => {
  const text = await (await file()).text()
  expect(text.trimEnd().split('\n')).toHaveLength(1)
  expect(await recompute(text)).toEqual({ entries: 0, grams: 0 })
})

const forgeries: [string, (text: string) => string, number][] = [
  ['a gram more', (text) => text.replace(',23400,', ',23401,'), 1],
  ['a line left out', (text) => text.split('\n').toSpliced(1, 1).join('\n'), 1],
  ['another header', (text) => text.replace('seq,', 'n,'), 0],
]
test.each(forgeries)('the reader’s browser finds %s', async (_what, forge, line) => {
  await someHandovers()
  expect((await recompute(forge(await (await file()).text()))).broken).toBe(line)
})

test('the shell lines of the method page find nothing in a sound file, and the line that was changed', async () => {
  await someHandovers()
  const folder = mkdtempSync(join(inject('folder'), 'by-hand-'))
  const run = (text: string) => {
    writeFileSync(join(folder, 'mass-ledger.csv'), text)
    return execFileSync('sh', ['-c', byHand], { cwd: folder, encoding: 'utf8' })
  }
  const text = await (await file()).text()
  expect(run(text)).toBe('')
  expect(run(text.replace(',10001,', ',10002,'))).toBe('! 2\n')
})
