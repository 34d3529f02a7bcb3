import { beforeEach, describe, expect, test } from 'vitest'
import { closeWindow } from '#app/domain/claims/close-window.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import { loader as claimPage } from '#app/routes/claims.$claimId/route.tsx'
import { action as accept } from '#app/routes/claims.$claimId_.acceptance/route.tsx'
import { recomputeDraw } from '#app/routes/listings.$listingId/recompute-draw.ts'
import { loader as listingPage } from '#app/routes/listings.$listingId/route.tsx'
import { loader as linePage } from '#app/routes/listings.$listingId_.claims._index/route.tsx'
import { action as ask, loader as form } from '#app/routes/listings.$listingId_.claims.new/route.tsx'
import { loader as history } from '#app/routes/listings.$listingId_.history/route.tsx'
import { action as change } from '#app/routes/listings.$listingId_.total/route.tsx'
import {
  actOf,
  clockAt,
  context,
  db,
  freshWorld,
  given,
  type Neighbour,
  now,
  posted,
  signedInRequest,
} from '../support/world.ts'

beforeEach(freshWorld)

type Handler<Reply> = (args: {
  request: Request
  params: Record<string, string>
  context: typeof context
}) => Promise<Reply>
type Fields = Record<string, string | string[]>

const location = (reply: unknown) => (reply as Response).headers.get('location')
const look = async <Reply>(page: Handler<Reply>, member: Neighbour, params: Record<string, string>) =>
  page({ request: await signedInRequest(member, '/'), params, context })
const send = async (action: Handler<unknown>, member: Neighbour, params: Record<string, string>, fields: Fields = {}) =>
  action({ request: await signedInRequest(member, '/', posted(fields)), params, context })

const closes = later(now, { hours: 30 })
const window = () => given.listing({ total: 10, allocation_rule: 'fair_window', window_closes_at: closes })
const eight = { wanted: '8', transport: 'van', purpose: 'Banchi', draw_word: 'rondella', days: ['mon', 'sat'] }
const asking = async (listingId: string) => {
  const { seen } = await look(form, 'bruno', { listingId })
  return { ...eight, seen_rule: seen.rule, seen_revised_at: seen.revised_at }
}

/** The school takes its six, Bruno what is left, Gina nothing: she needs five. */
async function threeAsk(listingId: string) {
  await send(ask, 'chiara', { listingId }, { ...eight, wanted: '6', behalf: 'scuola' })
  await send(ask, 'bruno', { listingId }, { ...eight, less: '1' })
  await send(ask, 'gina', { listingId }, { ...eight, less: '1', least: '5' })
  clockAt(closes)
  await write(db, (trx) => closeWindow(trx, { ...actOf('ada', closes), via: 'job' }, listingId))
  const rows = await db.selectFrom('claims').selectAll().where('listing_id', '=', listingId).execute()
  const of = (claimant: Neighbour, isRest = false) =>
    rows.find(({ claimant_id, parent_id }) => claimant_id === claimant && (parent_id !== null) === isRest)?.id ?? ''
  return { rows, of }
}

describe('the form that asks for a lot', () => {
  test('shows the rule, a word for the draw, and how many lots each party may still have', async () => {
    const { id: listingId } = await window()
    const page = await look(form, 'bruno', { listingId })
    expect(page).toMatchObject({
      rule: { now: 'window_open', closes_at: closes, asking: 0 },
      parties: [
        { id: '', quota: { left: 8, allowed: 8 } },
        { name: 'Bottega Santi', quota: { left: 8, allowed: 8 } },
      ],
    })
    expect(page.word).toMatch(/^\S+ \S+ \S+$/)
  })

  test('takes all or nothing, unless less will do', async () => {
    const { id: listingId } = await window()
    await send(ask, 'bruno', { listingId }, { ...eight, least: '3' })
    await send(ask, 'gina', { listingId }, { ...eight, less: '1', least: '3' })
    await send(ask, 'chiara', { listingId }, { ...eight, less: '1' })
    const rows = await db.selectFrom('claims').select(['claimant_id', 'qty_min', 'draw_word', 'days']).execute()
    expect(Object.fromEntries(rows.map(({ claimant_id, qty_min }) => [claimant_id, qty_min]))).toEqual({
      bruno: 8,
      gina: 3,
      chiara: 1,
    })
    expect(rows[0]).toMatchObject({ draw_word: 'rondella', days: 'mon,sat' })
  })

  test('pressed twice leads twice to the one request it made', async () => {
    const { id: listingId } = await window()
    const fields = await asking(listingId)
    const [first, second] = [
      await send(ask, 'bruno', { listingId }, fields),
      await send(ask, 'bruno', { listingId }, fields),
    ]
    expect(location(second)).toBe(location(first))
    expect(await db.selectFrom('claims').selectAll().execute()).toHaveLength(1)
  })

  test('sent from a second tab with another quantity leads to the first request, and says so', async () => {
    const { id: listingId } = await window()
    const first = await send(ask, 'bruno', { listingId }, eight)
    const second = (await send(ask, 'bruno', { listingId }, { ...eight, wanted: '2' })) as Response
    expect(location(second)).toBe(location(first))
    expect(second.headers.get('set-cookie')).toMatch(/^flash=/)
    expect(await db.selectFrom('claims').select('qty_wanted').execute()).toEqual([{ qty_wanted: 8 }])
  })

  test('keeps what was typed when the lot has closed meanwhile, and shows what lies nearby', async () => {
    const { id: listingId } = await window()
    const nearby = await given.listing({ title: 'Altre tavole' })
    const fields = await asking(listingId)
    await db
      .updateTable('listings')
      .set({ state: 'closed', closed_reason: 'withdrawn' })
      .where('id', '=', listingId)
      .execute()
    expect(await send(ask, 'bruno', { listingId }, fields)).toMatchObject({
      init: { status: 409 },
      data: { refused: 'listing-closed', typed: { wanted: '8', purpose: 'Banchi', days: 'mon,sat' } },
    })
    const page = await look(form, 'bruno', { listingId })
    expect(page).toMatchObject({ shut: 'listing-closed', alternatives: [{ id: nearby.id }] })
  })

  test.each([
    ['lot-changed', { revised_at: later(now, { minutes: 1 }) }],
    ['rule-changed', { allocation_rule: 'donor_picks' as const }],
    ['listing-paused', { state: 'paused' as const }],
  ])('asks to look again: %s', async (refused, change) => {
    const { id: listingId } = await window()
    const fields = await asking(listingId)
    await db.updateTable('listings').set(change).where('id', '=', listingId).execute()
    expect(await send(ask, 'bruno', { listingId }, fields)).toMatchObject({
      init: { status: 409 },
      data: { refused, typed: { wanted: '8' } },
    })
  })
})

describe('when the window has closed', () => {
  test('the draw on the public page can be computed again, and its seed was nowhere before', async () => {
    const { id: listingId } = await window()
    const before = await look(listingPage, 'bruno', { listingId })
    const secret = await db
      .selectFrom('draws')
      .select('seed')
      .where('listing_id', '=', listingId)
      .executeTakeFirstOrThrow()
    expect(before.rule.commitment).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(before)).not.toContain(secret.seed)
    await threeAsk(listingId)
    const { draw } = await look(listingPage, 'bruno', { listingId })
    if (!draw) throw new Error('no draw')
    expect(draw).toMatchObject({ commitment: before.rule.commitment, seed: secret.seed })
    expect(draw.entries.map(({ word }) => word)).toEqual(['rondella', 'rondella', 'rondella'])
    expect(await recomputeDraw(draw)).toBe(true)
    expect(await recomputeDraw({ ...draw, seed: '0'.repeat(64) })).toBe(false)
    expect(
      await recomputeDraw({
        ...draw,
        entries: draw.entries.toReversed().map((entry, at) => ({ ...entry, place_drawn: at + 1 })),
      }),
    ).toBe(false)
    expect(await recomputeDraw({ ...draw, entries: draw.entries.slice(1) })).toBe(false)
  })

  test('each reads their own place and why, and the others only by what kind they are', async () => {
    const lot = await given.listing({
      total: 10,
      allocation_rule: 'fair_window',
      window_closes_at: closes,
      reserved_until: later(now, { days: 2 }),
    })
    const { of } = await threeAsk(lot.id)
    const school = await look(claimPage, 'chiara', { claimId: of('chiara') })
    expect(school.standing.rank).toMatchObject({ place: 1, of: 3, is_reserved: true, decided_by: 'audience' })
    const part = await look(claimPage, 'bruno', { claimId: of('bruno') })
    expect(part).toMatchObject({
      claim: { state: 'offered', qty: 4 },
      standing: { rest: { state: 'waitlisted', qty_wanted: 4 } },
    })
    expect(part.standing.line.map(({ name, kind }) => [name, kind])).toContainEqual([undefined, 'school'])
    expect(JSON.stringify(part.standing.line)).not.toMatch(/Chiara|Gina|Sestio/)
    const rest = await look(claimPage, 'bruno', { claimId: of('bruno', true) })
    expect(rest.standing.whole?.id).toBe(of('bruno'))
    const waiting = await look(claimPage, 'gina', { claimId: of('gina') })
    expect(waiting).toMatchObject({ claim: { state: 'waitlisted' } })
    expect(waiting.events.map(({ kind }) => kind)).toContain('ranked')
  })

  test('a second press on «accept» leads to the same page', async () => {
    const { id: listingId } = await window()
    await threeAsk(listingId)
    const offer = await db.selectFrom('claims').selectAll().where('state', '=', 'offered').executeTakeFirstOrThrow()
    const path = { claimId: offer.id }
    for (const _press of [1, 2])
      expect(location(await send(accept, offer.claimant_id as Neighbour, path))).toBe(`/claims/${offer.id}`)
  })

  test('an answer that comes too late is told so, and changes nothing', async () => {
    const { id: listingId } = await window()
    await threeAsk(listingId)
    const offer = await db.selectFrom('claims').selectAll().where('state', '=', 'offered').executeTakeFirstOrThrow()
    clockAt(later(offer.offer_expires_at ?? '', { minutes: 1 }))
    expect(await send(accept, offer.claimant_id as Neighbour, { claimId: offer.id })).toMatchObject({
      init: { status: 409 },
      data: { refused: 'offer-lapsed' },
    })
  })
})

describe('the donor', () => {
  test('reads the line by name, and changes the quantity down to what is promised', async () => {
    const { id: listingId } = await window()
    const { rows } = await threeAsk(listingId)
    const held = rows.reduce((sum, { qty }) => sum + qty, 0)
    const page = await look(linePage, 'ada', { listingId })
    expect(page.line.map(({ name }) => name)).toContain('Scuola media Sestio')
    expect(page.figures).toMatchObject({ total: 10, held })
    expect(await send(change, 'ada', { listingId }, { total: '2' })).toMatchObject({
      init: { status: 409 },
      data: { refused: 'below-held', promised: held, typed: { total: '2' } },
    })
    expect(await send(change, 'ada', { listingId }, { total: 'venti' })).toMatchObject({ init: { status: 422 } })
    expect(location(await send(change, 'ada', { listingId }, { total: '20' }))).toBe(`/listings/${listingId}/claims`)
  })

  test('and those who asked read the story of the lot; strangers find nothing', async () => {
    const { id: listingId } = await window()
    await threeAsk(listingId)
    expect((await look(history, 'ada', { listingId })).lines.map(({ kind }) => kind)).toContain('window-closed')
    const seen = await look(history, 'gina', { listingId })
    expect(JSON.stringify(seen.lines)).not.toMatch(/Chiara|Bruno/)
    await expect(look(history, 'ivo', { listingId })).rejects.toMatchObject({ init: { status: 404 } })
    await expect(look(linePage, 'bruno', { listingId })).rejects.toMatchObject({ init: { status: 404 } })
  })
})
