import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { newId } from '#app/domain/id.server.ts'
import { loader as hubLoader } from '#app/routes/hubs.$hubSlug/route.tsx'
import { loader as inventoryLoader, action as startAction } from '#app/routes/hubs.$hubSlug_.inventory/route.tsx'
import { loader as stockLoader } from '#app/routes/hubs.$hubSlug_.stock/route.tsx'
import { loader as lotLoader } from '#app/routes/hubs.$hubSlug_.stock_.$code/route.tsx'
import { action as bayAction } from '#app/routes/hubs.$hubSlug_.stock_.$code_.bay/route.ts'
import { action as countAction } from '#app/routes/hubs.$hubSlug_.stock_.$code_.count/route.tsx'
import { action as mergeAction } from '#app/routes/hubs.$hubSlug_.stock_.$code_.merge/route.tsx'
import { action as offerAction } from '#app/routes/hubs.$hubSlug_.stock_.$code_.offer/route.tsx'
import { action as splitAction } from '#app/routes/hubs.$hubSlug_.stock_.$code_.split/route.tsx'
import { loader as labelsLoader } from '#app/routes/hubs.$hubSlug_.stock_.labels[.]pdf/route.ts'
import { expectSoundStock, stockLot, takenIn } from '../support/stock-steps.ts'
import { context, db, freshWorld, posted, signedInRequest } from '../support/world.ts'

beforeEach(async () => {
  await freshWorld()
  await db.insertInto('bays').values({ id: 'a1', hub_id: 'oz', code: 'A1', about: 'Legno', retired_at: null }).execute()
})

type Params = Record<string, string>
const oz = { hubSlug: 'officine-zero' }

async function see<Seen>(of: (args: LoaderFunctionArgs) => Promise<Seen>, params: Params, by = 'dario', path = '/x') {
  return of({ request: await signedInRequest(by, path), params, context })
}

async function status(of: (args: LoaderFunctionArgs) => Promise<unknown>, params: Params, by: string) {
  const thrown: unknown = await see(of, params, by).catch((one: unknown) => one)
  return (thrown as { init?: { status: number } }).init?.status
}

async function send(
  of: (args: ActionFunctionArgs) => Promise<unknown>,
  params: Params,
  fields: Record<string, string>,
  path = '/x',
) {
  return of({ request: await signedInRequest('dario', path, posted(fields)), params, context })
}

type Answer = { data: { errors?: Params; refused?: string; typed: Params }; init: { status: number } }

describe('the stock of a hub', () => {
  test('is there for its coordinators and for nobody else', async () => {
    const { lot } = await takenIn()
    for (const by of ['ada', 'pia']) {
      expect(await status(stockLoader, oz, by)).toBe(404)
      expect(await status(lotLoader, { ...oz, code: lot.code }, by)).toBe(404)
      expect(await status(labelsLoader, oz, by)).toBe(404)
    }
    expect(await see(stockLoader, oz)).toMatchObject({ arrivals: [{ code: 'OZ-0001' }], placed: [] })
  })

  test('is searched by code as one says it, by words, and by bay', async () => {
    const { lot } = await takenIn()
    await takenIn({}, { title: 'Porte tamburate' })
    await send(bayAction, { ...oz, code: lot.code }, { bay: 'a1' })
    const codes = async (query: string) => {
      const { arrivals, placed } = await see(stockLoader, oz, 'dario', `/x?${query}`)
      return [...arrivals, ...placed].map(({ code }) => code)
    }
    expect(await codes('')).toEqual(['OZ-0002', 'OZ-0001'])
    expect(await codes('q=oz 1')).toEqual(['OZ-0001'])
    expect(await codes('q=PORTE')).toEqual(['OZ-0002'])
    expect(await codes('bay=a1')).toEqual(['OZ-0001'])
    expect(await codes('bay=none')).toEqual(['OZ-0002'])
  })

  test('tells anyone how many kilograms of what, and not where', async () => {
    await takenIn()
    const page = await see(hubLoader, oz, 'ada')
    expect(page.stock).toEqual([{ name: expect.any(String), grams: 30_000, lots: 1 }])
    expect(JSON.stringify(page)).not.toContain('OZ-0001')
  })
})

describe('a lot', () => {
  test('is divided with a comma, and the same form twice divides once', async () => {
    const { lot } = await takenIn()
    const fields = {
      quantity_1: '4',
      weight_1: '11,5',
      quantity_2: '2',
      weight_2: '',
      quantity_3: '',
      weight_3: '',
      key: newId(),
    }
    const params = { ...oz, code: lot.code }
    expect(await send(splitAction, params, fields)).toMatchObject({ status: 302 })
    await send(splitAction, params, fields)
    expect(await stockLot(lot.id)).toMatchObject({ quantity: 4, grams: 12_333 })
    await expectSoundStock()
  })

  test('keeps what was typed when it cannot be divided so', async () => {
    const { lot } = await takenIn()
    const typed = { quantity_1: '2,5', weight_1: '1.234', key: newId() }
    const reply = (await send(splitAction, { ...oz, code: lot.code }, typed)) as Answer
    expect(reply.init.status).toBe(422)
    expect(Object.keys(reply.data.errors ?? {})).toEqual(['quantity_1', 'weight_1'])
    expect(reply.data.typed).toMatchObject(typed)
    const all = { quantity_1: '10', key: newId() }
    const refusal = (await send(splitAction, { ...oz, code: lot.code }, all)) as Answer
    expect([refusal.init.status, refusal.data.refused]).toEqual([409, 'nothing-stays'])
  })

  test('is merged with one of the same material', async () => {
    const [one, other] = [await takenIn(), await takenIn()]
    const params = { ...oz, code: one.lot.code }
    expect(((await send(mergeAction, params, { key: newId() })) as Answer).data.errors).toEqual({
      from: 'errors.choose',
    })
    await send(mergeAction, params, { from: other.lot.id, key: newId() })
    expect(await stockLot(one.lot.id)).toMatchObject({ quantity: 20, grams: 60_000 })
  })

  test('is offered from the list, and the listing is the hub’s', async () => {
    const { lot } = await takenIn()
    const words = { title: 'Tavole di abete', description: '', condition: 'good', allocation_rule: 'donor_picks' }
    const params = { ...oz, code: lot.code }
    const wrong = (await send(offerAction, params, {
      ...words,
      condition: '',
      quantity: 'dieci',
      until: '',
      key: newId(),
    })) as Answer
    expect(Object.keys(wrong.data.errors ?? {}).toSorted()).toEqual(['condition', 'quantity'])
    const reply = (await send(offerAction, params, { ...words, quantity: '10', until: '', key: newId() })) as Response
    expect(reply.headers.get('Location')).toBe(`/listings/${(await stockLot(lot.id)).listing_id}`)
  })

  test('tells its history in order', async () => {
    const { lot } = await takenIn()
    await send(
      countAction,
      { ...oz, code: lot.code },
      { quantity: '8', weight: '', grade: 'A', reason: 'missing', key: newId() },
    )
    const page = await see(lotLoader, { ...oz, code: 'oz 1' })
    expect(page.moves.map(({ kind, quantity, grams }) => [kind, quantity, grams])).toEqual([
      ['arrived', 10, 30_000],
      ['counted', -2, -6000],
    ])
  })
})

describe('stock-taking', () => {
  test('keeps each lot at once, asks why it differs, and takes nothing found for a count', async () => {
    const [one, other] = [await takenIn(), await takenIn()]
    await send(startAction, oz, {})
    const { count_id = '' } = await see(inventoryLoader, oz)
    const count = (code: string, fields: Params) =>
      send(countAction, { ...oz, code }, { count_id, key: newId(), ...fields })
    await count(one.lot.code, { as_written: '1' })
    const why = (await count(other.lot.code, { quantity: '7', weight: '20' })) as Answer
    expect(why.data.errors).toEqual({ reason: 'errors.choose' })
    await count(other.lot.code, { quantity: '0', weight: '', reason: 'broken' })
    const page = await see(inventoryLoader, oz)
    expect(page.lots.map(({ code, is_counted }) => [code, is_counted])).toEqual([['OZ-0001', true]])
    expect(await stockLot(other.lot.id)).toMatchObject({ quantity: 0, grams: 0 })
    await expectSoundStock()
  })
})

test('every label’s code can be read back from the paper, and its address', async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  for (let n = 0; n < 9; n++) await takenIn()
  const reply = await see(labelsLoader, oz)
  const folder = mkdtempSync(join(tmpdir(), 'labels-'))
  const pdf = join(folder, 'labels.pdf')
  writeFileSync(pdf, new Uint8Array(await reply.arrayBuffer()))
  execFileSync('pdftoppm', ['-r', '150', '-png', pdf, join(folder, 'page')])
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .toSorted()
  expect(pages).toHaveLength(2)
  const read: string[] = []
  for (const page of pages) {
    const found = await readBarcodes(new Blob([readFileSync(join(folder, page))]), {
      formats: ['QRCode'],
      maxNumberOfSymbols: 20,
    })
    read.push(...found.map(({ text }) => text))
  }
  const codes = Array.from({ length: 9 }, (_, at) => `OZ-000${at + 1}`)
  expect(read.toSorted()).toEqual(codes.map((code) => expect.stringMatching(`/hubs/officine-zero/stock/${code}$`)))
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  for (const word of [...codes, '10 pezzi', '30 kg', 'Tavole di abete', 'OZ – Officine Zero'])
    expect(text.replace(/\s+/g, ' ')).toContain(word)
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/ApfelGrotezk.* yes yes yes /)
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/)
})
