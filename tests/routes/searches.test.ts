import { beforeEach, describe, expect, test } from 'vitest'
import { savedSearchesOf } from '#app/domain/discovery/saved-searches.read.server.ts'
import { later } from '#app/domain/instant.ts'
import { chooseNotices } from '#app/domain/notifications/choose-notices.server.ts'
import { write } from '#app/domain/write.server.ts'
import { loader as feed } from '#app/routes/feeds.$feedToken[.]atom/route.ts'
import { loader as list } from '#app/routes/searches._index/route.tsx'
import { loader as onePage, action as revise } from '#app/routes/searches.$searchId/route.tsx'
import { loader as feedPage, action as openFeed } from '#app/routes/searches.$searchId_.feed/route.tsx'
import { action as closeFeed } from '#app/routes/searches.$searchId_.feed_.closure/route.ts'
import { loader as removalPage, action as remove } from '#app/routes/searches.$searchId_.removal/route.tsx'
import { loader as form, action as keep } from '#app/routes/searches.new/route.tsx'
import { asked } from '../support/notice-choices.ts'
import {
  actOf,
  context,
  db,
  freshWorld,
  given,
  type Neighbour,
  now,
  posted,
  requestTo,
  signedInRequest,
} from '../support/world.ts'

beforeEach(freshWorld)

type Fields = Record<string, string>
const cutList: Fields = {
  q: 'tavole',
  near: 'Centocelle',
  radius: '10',
  cut: '8 da 1200 x 200 x 18',
  rhythm: 'at_once',
}
const send = async (fields: Fields, member: Neighbour = 'bruno') =>
  keep({
    request: await signedInRequest(member, '/searches/new', posted({ name: '', ...fields })),
    params: {},
    context,
  })
const kept = async () => (await savedSearchesOf(db, 'bruno'))[0]
const args = async (searchId: string, fields?: Fields, member: Neighbour = 'bruno') => ({
  request: await signedInRequest(member, `/searches/${searchId}`, fields ? posted(fields) : {}),
  params: { searchId },
  context,
})
const seen = async (member: Neighbour = 'bruno') =>
  list({ request: await signedInRequest(member, '/searches'), params: {}, context })
const location = (reply: unknown) => (reply as Response).headers.get('location')
const answer = (reply: unknown) => reply as { data: Record<string, unknown>; init: { status: number } }
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (reply: unknown) => reply,
  )

describe('the form', () => {
  const open = async (query: string, member: Neighbour = 'bruno') =>
    form({ request: await signedInRequest(member, `/searches/new?${query}`), params: {}, context })

  test('says the question in words, its place looked up, and lets its distance be chosen', async () => {
    const page = await open('q=tavole&near=centocelle&radius=10&cut=8+da+1200+x+200+x+18&sort=best_fit')
    expect(page.words).toBe('«tavole», entro 10 km da Centocelle, 8 da 1.200\u00a0×\u00a0200\u00a0×\u00a018\u00a0mm')
    expect(page.radius).toBe(10)
    expect(page.fields).toMatchObject({ near: 'Centocelle', cut: '8 da 1200 x 200 x 18' })
    expect(page.fields).not.toHaveProperty('sort')
    expect((await open('near=Tivoli')).radius).toBe(0)
    expect((await open('material=wood')).radius).toBeUndefined()
  })

  test('in English too, and all that can be asked', async () => {
    const all =
      'q=beams&material=wood.solid&bbox=12,41,13,42&cut=2:600x90;400x300&tolerance=2&quantity=12&condition=good&by=week&weighed=1&open=1&at_hub=1'
    const words = (await open(all, 'gina')).words
    for (const part of [
      '“beams”, solid wood, in the area chosen on the map, 2 of 600\u00a0×\u00a090\u00a0mm and 1 of 400\u00a0×\u00a0300\u00a0mm',
      'with 2\u00a0mm of tolerance, at least 12, in good condition',
      'of known weight, that you may ask for now, already at a hub',
    ])
      expect(words).toContain(part)
  })

  test('keeps the question, named by its own words', async () => {
    expect(location(await send(cutList))).toBe('/searches')
    expect(await kept()).toMatchObject({
      rhythm: 'at_once',
      name: '«tavole», entro 10 km da Centocelle, 8 da 1.200\u00a0×\u00a0200\u00a0×\u00a018\u00a0mm',
    })
    expect((await kept())?.question).toMatch(/near=Centocelle&lat=41\.\d+&lon=12\.\d+&radius=10&cut=/)
  })

  test('refuses what asks nothing, what is kept already, and the thirty-first', async () => {
    expect(answer(await send({ near: 'nessun posto', rhythm: 'daily' }))).toMatchObject({
      data: { refused: 'nothing-asked', typed: { rhythm: 'daily' } },
      init: { status: 409 },
    })
    expect(answer(await send({ q: 'tavole', rhythm: 'hourly' }))).toMatchObject({
      data: { errors: { rhythm: 'errors.required' } },
      init: { status: 422 },
    })
    await send(cutList)
    expect(answer(await send({ ...cutList, sort: 'ending' })).data).toMatchObject({ refused: 'kept-already' })
    for (let n = 1; n < 30; n += 1) await send({ quantity: String(n), rhythm: 'daily' })
    expect(answer(await send({ q: 'porte', rhythm: 'daily' })).data).toMatchObject({ refused: 'too-many-searches' })
  })

  test('puts a question in the place of another, which keeps its name and rhythm', async () => {
    await send({ ...cutList, name: 'Mensole' })
    const id = (await kept())?.id ?? ''
    expect((await open('q=porte')).own).toEqual([{ id, name: 'Mensole' }])
    expect(location(await send({ q: 'porte', rhythm: 'daily', instead_of: id }))).toBe(`/searches/${id}`)
    expect(await kept()).toMatchObject({ id, name: 'Mensole', question: 'q=porte', rhythm: 'at_once' })
    expect(answer(await send({ q: 'assi', rhythm: 'daily', instead_of: id }, 'gina'))).toMatchObject({
      data: { refused: 'not-yours' },
      init: { status: 403 },
    })
  })

  test('sends a stranger to sign in, and back to the question', async () => {
    const reply = await thrown(form({ request: requestTo('/searches/new?q=tavole'), params: {}, context }))
    expect(location(reply)).toBe('/sign-in?to=%2Fsearches%2Fnew%3Fq%3Dtavole')
  })
})

describe('the page of a search', () => {
  test('renames it, changes its rhythm, pauses it', async () => {
    await send(cutList)
    const id = (await kept())?.id ?? ''
    const change = async (fields: Fields) => revise(await args(id, fields))
    expect(location(await change({ name: 'Mensole', rhythm: 'daily' }))).toBe('/searches')
    expect((await onePage(await args(id))).search).toMatchObject({ name: 'Mensole', rhythm: 'daily' })
    await change({ name: '', rhythm: 'paused' })
    expect((await seen()).searches).toMatchObject([{ name: 'Mensole', rhythm: 'paused', answers: 0 }])
    expect(answer(await change({ name: 'x', rhythm: '' })).init.status).toBe(422)
  })

  test('asks before it deletes', async () => {
    await send({ ...cutList, name: 'Mensole & <b>' })
    const id = (await kept())?.id ?? ''
    expect(await removalPage(await args(id))).toMatchObject({ title: 'Cancelli «Mensole & <b>»?' })
    expect(location(await remove(await args(id, {})))).toBe('/searches')
    expect(await seen()).toMatchObject({ searches: [] })
  })

  test('does not exist for anybody else', async () => {
    await send(cutList)
    const id = (await kept())?.id ?? ''
    for (const page of [onePage, removalPage, feedPage])
      expect(await thrown(page(await args(id, undefined, 'ada')))).toMatchObject({ init: { status: 404 } })
    for (const act of [revise, remove, openFeed, closeFeed])
      expect(answer(await act(await args(id, { name: 'x', rhythm: 'daily' }, 'ada'))).init.status).toBe(403)
  })

  test('the list says when mail is turned off', async () => {
    await send(cutList)
    expect((await seen()).is_muted).toBe(false)
    await write(db, (trx) => chooseNotices(trx, actOf('bruno'), asked({ searches_mail: 'never' })))
    expect((await seen()).is_muted).toBe(true)
  })
})

describe('the feed', () => {
  const made = async () => {
    await send({ ...cutList, cut: '', name: 'Tavole & <assi>' })
    const id = (await kept())?.id ?? ''
    const { address } = (await openFeed(await args(id, {}))) as { address: string }
    return { id, address }
  }
  const read = (address: string, headers: HeadersInit = {}) =>
    feed({
      request: requestTo(address, { headers }),
      params: { feedToken: /feeds\/(.*)\.atom$/.exec(address)?.[1] ?? '' },
      context,
    }) as Promise<Response>

  test('lists the lots that answer now, the newest first, with nothing that breaks it', async () => {
    const older = await given.listing({ published_at: later(now, { days: -3 }), title: 'Tavole vecchie' })
    const newer = await given.listing({
      title: '<script>"Tavole" & \u0001 assi]]>',
      published_at: later(now, { days: -1 }),
      material_key: 'wood.solid.boards',
    })
    await given.listing({ search_text: 'porte', title: 'Porte' })
    await given.listing({ state: 'closed' })
    const { address } = await made()
    const reply = await read(address)
    expect(reply.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    expect([reply.headers.get('Cache-Control'), reply.headers.get('X-Robots-Tag')]).toEqual([
      'private, no-cache',
      'noindex',
    ])
    const xml = await reply.text()
    const tree = parse(xml)
    expect(tree.one('title')).toBe('Rimessa: Tavole & <assi>')
    expect(tree.one('updated')).toBe(newer.published_at)
    expect(tree.all('id').slice(1)).toEqual([`urn:uuid:${newer.id}`, `urn:uuid:${older.id}`])
    expect(tree.all('title').slice(1)).toEqual(['<script>"Tavole" &  assi]]>', 'Tavole vecchie'])
    expect(tree.one('summary')).toMatch(/^40\u00a0pezzi, Tavole di legno massello, Montesacro, a \d,\d\u00a0km, entro /)
    expect(xml).toContain(`href="http://localhost:3000/listings/${newer.id}"`)
    expect(xml).toContain(`rel="self" type="application/atom+xml" href="${address}"`)
    for (const secret of ['Nomentana', '41.93', '41937412', 'bruno@']) expect(xml).not.toContain(secret)
  })

  test('is sent again only when it has changed', async () => {
    const { address } = await made()
    const etag = (await read(address)).headers.get('ETag') ?? ''
    const again = await read(address, { 'If-None-Match': `"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await given.listing()
    expect((await read(address, { 'If-None-Match': etag })).status).toBe(200)
  })

  test('is for whoever has its newest address, and for nobody once it is closed', async () => {
    const { id, address } = await made()
    const { address: newer } = (await openFeed(await args(id, {}))) as { address: string }
    expect((await feedPage(await args(id))).has_feed).toBe(true)
    expect(JSON.stringify(await feedPage(await args(id)))).not.toContain(newer.slice(-30))
    expect(await thrown(read(address))).toMatchObject({ init: { status: 404 } })
    expect((await read(newer)).status).toBe(200)
    expect(location(await closeFeed(await args(id, {})))).toBe(`/searches/${id}`)
    expect(await thrown(read(newer))).toMatchObject({ init: { status: 404 } })
    expect(await thrown(read('/feeds/.atom'))).toMatchObject({ init: { status: 404 } })
  })
})

/** Reads what XML a feed may be made of, and throws at anything else: one root, every tag closed, no bare mark. */
function parse(xml: string) {
  const texts: [string, string][] = []
  const open: string[] = []
  const body = xml.replace(/^<\?xml version="1.0" encoding="utf-8"\?>\n/, '')
  const token = /<(\/?)([a-z]+)((?: [a-z:]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>|([^<]+)/gy
  let end = 0
  for (const [whole, closes, name = '', , empty, text] of body.matchAll(token)) {
    end += whole.length
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text))
        throw new Error(`not text: ${text}`)
      texts.push([open.at(-1) ?? '', unescaped(text)])
    } else if (closes) {
      if (open.pop() !== name) throw new Error(`${name} was not open`)
    } else if (!empty) open.push(name)
  }
  if (end !== body.length || open.length > 0) throw new Error(`stopped at ${body.slice(end, end + 40)}`)
  const all = (name: string) => texts.filter(([of]) => of === name).map(([, text]) => text)
  return { all, one: (name: string) => all(name)[0] }
}

function unescaped(text: string) {
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => marks[name] ?? '')
}
