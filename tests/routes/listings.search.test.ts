import { beforeEach, describe, expect, test } from 'vitest'
import { hideLot } from '#app/domain/discovery/mark-lot.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import { loader as browse } from '#app/routes/listings._index/route.tsx'
import { loader as lotPage } from '#app/routes/listings.$listingId/route.tsx'
import { action as hide, loader as hidePage } from '#app/routes/listings.$listingId_.hiding/route.ts'
import { action as unhide, loader as unhidePage } from '#app/routes/listings.$listingId_.hiding_.removal/route.ts'
import { loader as hiddenPage } from '#app/routes/listings.hidden/route.tsx'
import { unpacked } from '#app/ui/packed.ts'
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

const pageOf = async (request: Request) => unpacked((await browse({ request, params: {}, context })).page)
const see = (query: Record<string, string> = {}) => pageOf(requestTo(`/listings?${new URLSearchParams(query)}`))
const seeAs = async (member: Neighbour, query: Record<string, string> = {}) =>
  pageOf(await signedInRequest(member, `/listings?${new URLSearchParams(query)}`))
const titles = ({ lots }: { lots: { title: string }[] }) => lots.map(({ title }) => title)
const open = async (member: Neighbour, listingId: string, headers: Record<string, string> = {}) =>
  lotPage({
    request: await signedInRequest(member, `/listings/${listingId}`, { headers }),
    params: { listingId },
    context,
  })
const location = (reply: unknown) => (reply as Response).headers.get('location')
const flashIn = (reply: unknown) => (reply as Response).headers.get('set-cookie') ?? ''

describe('a cut list', () => {
  beforeEach(async () => {
    const size = (piece_length_mm: number, piece_width_mm: number) => ({ piece_length_mm, piece_width_mm })
    await given.listing({ title: 'Corte', ...size(700, 100) })
    await given.listing({ title: 'Larghe', ...size(1250, 620) })
    await given.listing({ title: 'Lunghe', ...size(1220, 200) })
  })

  test('finds the boards it can be sawn from, best fit first, with what each gives and loses', async () => {
    const page = await see({ cut: '8x1200x190x18\n4 da 600 x 600' })
    expect(page.sort).toBe('best_fit')
    expect(titles(page)).toEqual(['Larghe', 'Lunghe'])
    const [wide, long] = page.lots
    expect([wide?.fit?.lines, wide?.fit?.of, long?.fit?.lines]).toEqual([2, 2, 1])
    expect(long?.fit?.size).toEqual([1220, 200, 27])
    expect(long?.fit?.cut).toMatchObject({ line: 0, columns: 1, rows: 1, along_mm: 1200, across_mm: 190 })
    expect(page.counted.lots).toBe(2)
  })

  test('can be put in another order, and goes on fitting', async () => {
    const page = await see({ cut: '1x600x90', sort: 'newest' })
    expect(page.sort).toBe('newest')
    expect(page.lots.every(({ fit }) => fit !== undefined)).toBe(true)
  })

  test('with a tolerance takes boards a little too small', async () => {
    expect(titles(await see({ cut: '1x1225x200' }))).toEqual(['Larghe'])
    expect(titles(await see({ cut: '1x1225x200', tolerance: '5' }))).toEqual(
      expect.arrayContaining(['Larghe', 'Lunghe']),
    )
  })

  test('that cannot be read comes back as it was typed, and searches by what can', async () => {
    const page = await see({ cut: '1x1200x600\nuna bella tavola\n-3x100x100' })
    expect(page.ask.cut).toBe('1x1200x600\nuna bella tavola\n-3x100x100')
    expect(page.understood.cut?.lines).toHaveLength(1)
    const said = new URLSearchParams(page.understood.cut?.problem?.split('?')[1]).get('typed')
    expect(said).toBe('una bella tavola», «-3x100x100')
    expect(titles(page)).toEqual(['Larghe'])
  })

  test('of nine sizes is searched by the first eight, and says so', async () => {
    const { understood } = await see({ cut: Array.from({ length: 9 }, (_, n) => `1x${600 + n}x90`).join(';') })
    expect(understood.cut?.lines).toHaveLength(8)
    expect(understood.cut?.problem).toBe('browse.cut.many?most=8')
  })

  test('that means nothing leaves every lot, in the usual order', async () => {
    const page = await see({ cut: 'boh', sort: 'best_fit' })
    expect(page.lots).toHaveLength(3)
    expect(page.sort).toBe('newest')
  })
})

test.each([
  ['quantity', '41'],
  ['condition', 'new'],
  ['weighed', '1'],
  ['open', '1'],
  ['at_hub', '1'],
  ['exact', '1'],
  ['tolerance', '5'],
  ['bbox', '12.4,41.8,12.6,42'],
] as const)('%s is read from the address, shown and kept', async (name, value) => {
  await given.listing({ reserved_until: later(now, { days: 1 }) })
  const { ask, lots } = await see({ [name]: value })
  expect(String(ask[name])).toBe(value)
  const stillThere = name === 'exact' || name === 'tolerance' || name === 'bbox'
  expect(lots).toHaveLength(stillThere ? 1 : 0)
})

test('each filter keeps what it asks for', async () => {
  await given.listing({ title: 'Nuove', condition: 'new', weight_grade: 'A', place_id: 'oz-yard', total: 60 })
  await given.listing({ title: 'Riservate', condition: 'worn', reserved_until: later(now, { days: 1 }) })
  await given.listing({ title: 'Ignote', condition: null, weight_grade: 'D' })
  const only = async (query: Record<string, string>) => titles(await see(query)).sort()
  expect(await only({ quantity: '41' })).toEqual(['Nuove'])
  expect(await only({ condition: 'good' })).toEqual(['Ignote', 'Nuove'])
  expect(await only({ weighed: '1' })).toEqual(['Nuove'])
  expect(await only({ open: '1' })).toEqual(['Ignote', 'Nuove'])
  expect(await only({ at_hub: '1' })).toEqual(['Nuove'])
})

test('every facet counts what choosing it would show, its own choice aside', async () => {
  await given.listing({ material_key: 'wood.solid.boards', must_go_by: later(now, { hours: 20 }) })
  await given.listing({ material_key: 'wood.solid.beams', weight_grade: 'A', condition: 'worn' })
  await given.listing({ material_key: 'metal.steel.sheet', place_id: 'oz-yard' })
  const { facets } = await see({ material: 'wood' })
  expect(facets.families).toEqual([
    { key: 'wood', lots: 2 },
    { key: 'metal', lots: 1 },
  ])
  expect(facets.leaves.map(({ key }) => key).sort()).toEqual(['wood.solid.beams', 'wood.solid.boards'])
  expect(facets.leaves.every(({ name, lots }) => name !== '' && lots === 1)).toBe(true)
  expect(facets.deadlines).toEqual({ today: 1, three_days: 1, week: 1 })
  expect([facets.weighed, facets.at_hub]).toEqual([1, 0])
  for (const { key, lots } of facets.conditions)
    expect(titles(await see({ material: 'wood', condition: key }))).toHaveLength(lots)
})

test('where nothing answers, the filter in the way is named with what it hides, at most four tried', async () => {
  await given.listing({ title: 'Tavole', place_id: 'cellar' })
  const { lots, loosened } = await see({ material: 'wood', weighed: '1' })
  expect([lots, loosened]).toEqual([[], [{ drop: 'weighed', lots: 1 }]])
  const five = { material: 'metal', cut: '1x9000x900', by: 'today', weighed: '1', at_hub: '1', q: 'sedie' }
  expect((await see(five)).loosened).toEqual([])
})

const nonsense: [string, string][] = [
  ['negative sizes', 'cut=-8x-1200x-200&quantity=-4&tolerance=-2&radius=-1'],
  ['ten thousand words', `q=${Array.from({ length: 10_000 }, (_, n) => `tavola${n}`).join('+')}`],
  ['operators of a full-text search', `q=${encodeURIComponent('"tavole" AND NEAR(legno, 2) OR title:* -abete ^x')}`],
  ['an emoji', `q=${encodeURIComponent('🪵 tavole 👷')}&cut=${encodeURIComponent('🪵x1x2')}`],
  ['a percent sign', 'q=%25%25_%25&near=%25'],
  ['a NUL', 'q=tavole%00&cut=8x1200%00x200&near=%00&material=%00'],
  ['an unknown facet', 'material=plutonium&condition=magic&by=never&sort=best&weighed=yes'],
  ['a tampered page key', `after=${Buffer.from('["newest","x","1"]').toString('base64url')}'--`],
  [
    'the page key of another question',
    `sort=nearest&after=${Buffer.from('["newest","2026","a"]').toString('base64url')}`,
  ],
  ['a board longer than a street', 'cut=9999x99999999x99999999x99999999'],
  ['a cut list of ten thousand lines', `cut=${'1x1x1%0A'.repeat(10_000)}`],
  ['a box that is none', 'bbox=,,,&bbox=1,2,3'],
  ['the whole planet', 'lat=41.9&lon=12.5&radius=99999&bbox=-180,-90,180,90'],
]

test.each(nonsense)('%s: an answer, never a fault', async (_, query) => {
  await given.listing()
  for (const member of [undefined, 'bruno'] as const) {
    const request = member ? await signedInRequest(member, `/listings?${query}`) : requestTo(`/listings?${query}`)
    const page = await pageOf(request)
    expect(page.lots.length).toBeLessThanOrEqual(24)
    expect(page.ask.q.length).toBeLessThanOrEqual(200)
  }
})

describe('hiding', () => {
  const listOf = '/listings?material=wood'
  const send = async (action: typeof hide, listingId: string, fields: Record<string, string> = { to: listOf }) =>
    action({ request: await signedInRequest('bruno', '/', posted(fields)), params: { listingId }, context })

  test('takes a lot off the list, says so, and can be undone from there', async () => {
    const { id } = await given.listing()
    const reply = await send(hide, id)
    expect(location(reply)).toBe(listOf)
    expect(flashIn(reply)).toContain('flash=')
    expect((await seeAs('bruno')).lots).toEqual([])
    expect((await seeAs('bruno')).hidden).toBe(1)
    expect((await seeAs('gina')).lots).toHaveLength(1)
    expect(location(await send(unhide, id))).toBe(listOf)
    expect((await seeAs('bruno')).lots).toHaveLength(1)
  })

  test('of a lot that is not there leads back with a sentence', async () => {
    expect(location(await send(hide, 'no-such-lot'))).toBe(listOf)
    expect((await seeAs('bruno')).hidden).toBe(0)
  })

  test('never leads out of the house', async () => {
    const { id } = await given.listing()
    expect(location(await send(hide, id, { to: '//evil.example' }))).toBe('/')
    expect(location(await send(unhide, id, { to: 'https://evil.example' }))).toBe('/')
  })

  test('is for members', async () => {
    const { id } = await given.listing()
    for (const action of [hide, unhide, hidePage, unhidePage]) {
      const reply = await Promise.resolve(
        action({ request: requestTo('/x'), params: { listingId: id }, context }),
      ).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(location(reply)).toMatch(/^\/sign-in/)
    }
  })

  test('shows what was hidden on a page of its own', async () => {
    const { id } = await given.listing({ title: 'Tavole' })
    await write(db, (trx) => hideLot(trx, actOf('bruno'), id))
    const page = await hiddenPage({ request: await signedInRequest('bruno', '/listings/hidden'), params: {}, context })
    expect(titles(page)).toEqual(['Tavole'])
  })

  test('a visitor who leaves the address of the noun in the browser is led to a page', async () => {
    const { id } = await given.listing()
    const at = async (page: typeof hidePage) =>
      location(await page({ request: await signedInRequest('bruno', '/x'), params: { listingId: id }, context }))
    expect([await at(hidePage), await at(unhidePage)]).toEqual([`/listings/${id}`, '/listings/hidden'])
  })
})

describe('what a member has opened', () => {
  const isSeen = async (member: Neighbour) => (await seeAs(member)).lots.map(({ seen }) => seen)

  test('is marked in their lists from then on, and in nobody else’s', async () => {
    const { id } = await given.listing()
    expect(await isSeen('bruno')).toEqual([false])
    await open('bruno', id)
    expect(await isSeen('bruno')).toEqual([true])
    expect(await isSeen('gina')).toEqual([false])
  })

  test('is not what the browser fetched in case, nor what is theirs', async () => {
    const { id } = await given.listing()
    await open('bruno', id, { 'Sec-Purpose': 'prefetch' })
    await open('bruno', id, { 'X-Moz': 'prefetch' })
    await open('ada', id)
    expect(await db.selectFrom('lot_marks').selectAll().execute()).toEqual([])
  })

  test('is one page by its code and by its id, and lists lead to the code', async () => {
    const { id } = await given.listing({ code: '2611-048' })
    const [stranger] = (await see()).lots
    expect(stranger).toMatchObject({ id: '2611-048' })
    expect((await seeAs('bruno')).lots[0]).toMatchObject({ id, code: '2611-048' })
    expect(await open('bruno', '2611-048')).toEqual(await open('bruno', id))
    expect(await isSeen('bruno')).toEqual([true])
    await expect(open('bruno', '2611-049')).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('of somebody who is not signed in is remembered by nobody', async () => {
    const { id } = await given.listing()
    await lotPage({ request: requestTo(`/listings/${id}`), params: { listingId: id }, context })
    expect(await db.selectFrom('lot_marks').selectAll().execute()).toEqual([])
  })
})
