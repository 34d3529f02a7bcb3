import { beforeEach, describe, expect, test } from 'vitest'
import { lastDoorOf } from '#app/domain/claims/door.read.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { lotPage, lotsGoingSoon, newestLots, similarLots } from '#app/domain/discovery/lot-page.read.server.ts'
import { claimableLot } from '#app/domain/discovery/lots.read.server.ts'
import { mapView } from '#app/domain/discovery/map-view.read.server.ts'
import { offerCounts, offersOfHub, offersOfMember } from '#app/domain/discovery/offers.read.server.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { countWanted, searchWanted, wantedOf } from '#app/domain/discovery/wanted.read.server.ts'
import { uncounted } from '#app/domain/impact/uncounted.read.server.ts'
import { later } from '#app/domain/instant.ts'
import { askWanted } from '#app/domain/listings/ask-wanted.server.ts'
import { draftOf } from '#app/domain/listings/drafts.read.server.ts'
import { looksAt } from '#app/domain/listings/looks-at.read.server.ts'
import { postWanted } from '#app/domain/listings/post-wanted.server.ts'
import { renewWanted } from '#app/domain/listings/renew-wanted.server.ts'
import { reviseWanted } from '#app/domain/listings/revise-wanted.server.ts'
import { mostOpen, type WantedFacts } from '#app/domain/listings/wanted.ts'
import { readWanted } from '#app/domain/listings/wanted-ask.ts'
import { wantedFields } from '#app/domain/listings/wanted-fields.ts'
import { nodesAbove, nodesUnder, searchNodes, unitOfNode } from '#app/domain/listings/wanted-material.ts'
import { warnOfExpiry } from '#app/domain/listings/warn-of-expiry.server.ts'
import { withdrawWanted } from '#app/domain/listings/withdraw-wanted.server.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { boardFigures } from '#app/domain/pickups/board-figures.read.server.ts'
import { lotsDueSoon } from '#app/domain/pickups/board-lots.read.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { boxAround } from '#app/domain/places/point.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const typed = {
  material: 'Tavole di legno massello',
  quantity: '8',
  unit: 'piece',
  piece_length: '1.200',
  piece_width: '20 cm',
  piece_thickness: '18',
  condition: 'good',
  radius: '25',
  until: '2026-12-24',
  purpose: 'Mensole per la biblioteca.',
}
const boards = readWanted(typed, 'it', now).facts as WantedFacts
const pigneto = { latitude_e6: 41_889_000, longitude_e6: 12_529_000 }
const post = (facts: Partial<WantedFacts> = {}, who: Neighbour = 'bruno', organisation_id: string | null = null) =>
  write(db, (trx) =>
    postWanted(trx, actOf(who), { ...boards, ...facts }, { organisation_id, point: pigneto, locale: 'it' }),
  )
async function posted(facts: Partial<WantedFacts> = {}, who: Neighbour = 'bruno') {
  const outcome = await post(facts, who)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome.wanted
}
const row = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const told = async (member: Neighbour) =>
  db.selectFrom('notices').select(['kind', 'subject']).where('member_id', '=', member).execute()

describe('reading the form', () => {
  test('a cut list as people write it', () => {
    expect(boards).toEqual({
      material_key: 'wood.solid.boards',
      unit: 'piece',
      total: 8,
      piece_length_mm: 1200,
      piece_width_mm: 200,
      piece_thickness_mm: 18,
      condition: 'good',
      radius_m: 25_000,
      must_go_by: '2026-12-24T22:59:00.000Z',
      description: 'Mensole per la biblioteca.',
    })
  })

  test('sizes, condition and purpose may be left out, and the end is in sixty days', () => {
    const { facts } = readWanted({ material: 'Legno massello', quantity: '3,5', unit: 'g', radius: '10' }, 'it', now)
    expect(facts).toMatchObject({ material_key: 'wood.solid', total: 3500, piece_length_mm: null, condition: null })
    expect(facts?.must_go_by).toBe('2027-01-23T22:59:00.000Z')
  })

  test.each([
    ['material', { material: 'xyzzy' }, 'wanted.errors.material-unknown'],
    ['material', { material: 'tubi' }, 'wanted.errors.material-which'],
    ['quantity', { quantity: '8,5' }, 'errors.not-whole'],
    ['piece_length', { piece_length: 'lunga' }, 'errors.number-unreadable'],
    ['radius', { radius: '7' }, 'errors.choose'],
    ['until', { until: '2026-11-01' }, 'errors.past'],
    ['until', { until: '2027-12-01' }, 'wanted.errors.too-long-ahead'],
    ['until', { until: '2026-02-31' }, 'errors.date'],
    ['purpose', { purpose: 'x'.repeat(201) }, 'errors.too-long'],
  ])('what is wrong with %s is said beside it', (box, wrong, message) => {
    const { facts, errors } = readWanted({ ...typed, ...wrong }, 'it', now)
    expect(facts).toBeUndefined()
    expect(errors[box]).toContain(message)
  })

  test('what was kept reads back the same', async () => {
    const wanted = await posted()
    expect(readWanted(wantedFields(wanted, 'it'), 'it', now).facts).toEqual(boards)
  })
})

test('a branch is found by its name, holds its leaves and proposes their unit', () => {
  expect(searchNodes('legno massello', 'it', 8)[0]?.key).toBe('wood.solid')
  expect(nodesUnder('metal.steel')).toContain('metal.steel.tube')
  expect(nodesUnder('wood')).not.toContain('textile.fabric')
  expect(nodesAbove('wood.solid.boards')).toEqual(['wood.solid.boards', 'wood.solid', 'wood'])
  expect(unitOfNode('joinery.door')).toBe('piece')
})

describe('posting what one looks for', () => {
  test('it is open at once, around a blurred point, with its clocks set', async () => {
    const wanted = await posted()
    expect(wanted).toMatchObject({
      kind: 'wanted',
      state: 'live',
      title: 'Tavole di legno massello',
      hub_id: 'borgata',
    })
    const place = await db.selectFrom('places').selectAll().where('id', '=', wanted.place_id).executeTakeFirstOrThrow()
    expect([place.latitude_e6, place.longitude_e6]).not.toEqual([pigneto.latitude_e6, pigneto.longitude_e6])
    const clocks = await db
      .selectFrom('clocks')
      .select(['kind', 'due_at'])
      .where('subject_id', '=', wanted.id)
      .execute()
    expect(new Map(clocks.map(({ kind, due_at }) => [kind, due_at]))).toEqual(
      new Map([
        ['match-listing', now],
        ['ask-wanted', '2026-12-21T22:59:00.000Z'],
        ['expire-listing', '2026-12-24T22:59:00.000Z'],
      ]),
    )
  })

  test('what may not be given may not be looked for, nor by strangers, nor without end', async () => {
    expect(await post({ description: 'Cerco lastre di eternit' })).toMatchObject({ refused: 'refused-material' })
    expect(await post({}, 'fabio')).toEqual({ refused: 'email-not-verified' })
    expect(await post({}, 'bruno', 'scuola')).toEqual({ refused: 'not-your-organisation' })
    for (let n = 0; n < mostOpen; n += 1) await posted()
    expect(await post()).toEqual({ refused: 'too-many-wanted' })
    expect(isRefusal(await post({}, 'bruno', 'bottega'))).toBe(false)
  })

  test('its area is not offered as an address for the next lot', async () => {
    await posted({}, 'gina')
    expect(await lastDoorOf(db, actOf('gina').by)).toBeUndefined()
  })

  test('having looked for something makes nobody a known donor', async () => {
    await posted()
    const lot = await given.listing({ state: 'draft', donor_id: 'bruno' })
    expect(await looksAt(db, actOf('bruno').by, lot)).toEqual(['new-donor'])
  })
})

describe('what follows', () => {
  test('it is revised by its author alone, and matched again', async () => {
    const { id } = await posted()
    const revise = (who: Neighbour, at: string) =>
      write(db, (trx) =>
        reviseWanted(trx, actOf(who, at), id, { ...boards, total: 20 }, { point: pigneto, locale: 'it' }),
      )
    const after = later(now, { hours: 1 })
    expect(await revise('ada', after)).toEqual({ refused: 'not-yours' })
    expect(isRefusal(await revise('bruno', after))).toBe(false)
    expect(await row(id)).toMatchObject({ total: 20, revised_at: after })
    const clocks = db
      .selectFrom('clocks')
      .select('due_at')
      .where('kind', '=', 'match-listing')
      .where('subject_id', '=', id)
    expect(await clocks.orderBy('due_at').execute()).toEqual([{ due_at: now }, { due_at: after }])
  })

  test('three days before its end its author is asked once, in words of its own', async () => {
    const { id, must_go_by } = await posted()
    const ask = (at: string) => write(db, (trx) => askWanted(trx, { ...actOf('elena', at), via: 'job' }, id))
    expect(await ask(now)).toEqual({ refused: 'not-expiring' })
    await ask(later(must_go_by ?? '', { days: -2 }))
    await ask(later(must_go_by ?? '', { days: -1 }))
    expect(await told('bruno')).toEqual([{ kind: 'wanted-expiring', subject: 'wanted' }])
    const warned = await write(db, (trx) =>
      warnOfExpiry(trx, actOf('elena', later(must_go_by ?? '', { days: -1 })), id),
    )
    expect(warned).toEqual({ refused: 'not-expiring' })
  })

  test('it ends on its day, and is opened again by one answer', async () => {
    const { id, must_go_by } = await posted()
    const end = later(must_go_by ?? '', { minutes: 1 })
    await write(db, (trx) => endListing(trx, { ...actOf('elena', end), via: 'job' }, id, 'expired'))
    expect(await row(id)).toMatchObject({ state: 'closed', closed_reason: 'expired' })
    expect(await told('bruno')).toEqual([{ kind: 'wanted-closed', subject: 'wanted' }])
    const renew = (day: string) => write(db, (trx) => renewWanted(trx, actOf('bruno', end), id, day))
    expect(await renew('2026-12-01')).toEqual({ refused: 'deadline-passed' })
    expect(await renew('2028-01-01')).toEqual({ refused: 'too-long-ahead' })
    expect(isRefusal(await renew('2027-01-31'))).toBe(false)
    expect(await row(id)).toMatchObject({ state: 'live', closed_reason: null, must_go_by: '2027-01-31T22:59:00.000Z' })
  })

  test('withdrawn it is gone; taken down by a coordinator it stays down', async () => {
    const [first, second] = [await posted(), await posted()]
    const withdraw = (who: Neighbour) => write(db, (trx) => withdrawWanted(trx, actOf(who), first.id))
    expect(await withdraw('ada')).toEqual({ refused: 'not-yours' })
    expect(isRefusal(await withdraw('bruno'))).toBe(false)
    expect(await withdraw('bruno')).toEqual({ refused: 'wanted-closed' })
    await write(db, (trx) => endListing(trx, actOf('pia'), second.id, 'removed'))
    const renew = await write(db, (trx) => renewWanted(trx, actOf('bruno'), second.id, '2026-12-30'))
    expect(renew).toEqual({ refused: 'not-renewable' })
  })

  test('whoever leaves looks for nothing any more', async () => {
    const { id } = await posted()
    await write(db, (trx) => eraseAccount(trx, actOf('bruno')))
    expect(await row(id)).toMatchObject({ state: 'closed', closed_reason: 'withdrawn' })
  })
})

describe('searching what people look for', () => {
  const asked = (query: string, from?: typeof pigneto) => ({ ask: readSearch(new URLSearchParams(query)), from, now })
  const ids = async (query: string, from?: typeof pigneto) =>
    (await searchWanted(db, asked(query, from))).wanted.map(({ id }) => id)

  test('by material above and below, and by distance, the nearest first', async () => {
    const wood = await given.wanted({ material_key: 'wood' })
    const mdf = await given.wanted({ material_key: 'wood.panel.mdf', place_id: 'oz-yard' })
    const brass = await given.wanted({ material_key: 'metal.brass' })
    expect(new Set(await ids('material=wood.panel'))).toEqual(new Set([wood.id, mdf.id]))
    expect(await ids('material=wood', pigneto)).toEqual([wood.id, mdf.id])
    expect(await ids('material=metal')).toEqual([brass.id])
    expect(await ids('radius=5', pigneto)).toEqual(expect.arrayContaining([wood.id, brass.id]))
    expect(await ids('radius=5', pigneto)).not.toContain(mdf.id)
    expect(await countWanted(db, asked('material=wood'))).toBe(2)
  })

  test('page after page, each once', async () => {
    for (let n = 0; n < 30; n += 1) await given.wanted({ published_at: later(now, { minutes: -n }) })
    const first = await searchWanted(db, asked(''))
    const second = await searchWanted(db, asked(`after=${first.next}`))
    expect([first.wanted.length, second.wanted.length, second.next]).toEqual([24, 6, undefined])
    expect(new Set([...first.wanted, ...second.wanted].map(({ id }) => id)).size).toBe(30)
  })

  test('what is closed or over is not shown, but its author still sees what ran out', async () => {
    await given.wanted({ state: 'closed', closed_reason: 'withdrawn' })
    await given.wanted({ must_go_by: later(now, { hours: -1 }) })
    const over = await given.wanted({ state: 'closed', closed_reason: 'expired' })
    expect(await ids('')).toEqual([])
    expect((await wantedOf(db, actOf('bruno').by)).map(({ id }) => id)).toContain(over.id)
    expect(await wantedOf(db, actOf('ada').by)).toEqual([])
  })
})

test('what people look for is in no search, map, home, hub, board, sum or claim of what they offer', async () => {
  const wanted = await given.wanted({ hub_id: 'oz', state: 'live', must_go_by: later(now, { hours: 30 }) })
  const question = { ask: readSearch(new URLSearchParams()), from: undefined, now }
  const hub = { id: 'oz', latitude_e6: 41_941_000, longitude_e6: 12_529_000 }
  expect((await searchLots(db, question)).lots).toEqual([])
  expect(await countLots(db, question)).toMatchObject({ lots: 0 })
  expect(await mapView(db, question, boxAround(hub, 50_000), 12)).toMatchObject({ total: { lots: 0 }, pins: [] })
  expect(await newestLots(db, now, 4)).toEqual([])
  expect(await lotsGoingSoon(db, now, 4)).toEqual([])
  expect(await similarLots(db, { id: 'x', material_key: 'wood.solid' }, now)).toEqual([])
  expect(await offersOfMember(db, 'bruno')).toEqual([])
  expect(await offersOfHub(db, hub, now)).toEqual([])
  expect(await offerCounts(db, now)).toEqual(new Map())
  expect(await boardFigures(db, 'all', now)).toMatchObject({ live: 0, due: 0, in_review: 0 })
  expect(await lotsDueSoon(db, 'all', now)).toEqual([])
  expect(await uncounted(db)).toMatchObject({ offered_g: 0 })
  expect(await lotPage(db, wanted.id)).toBeUndefined()
  expect(await claimableLot(db, wanted.id)).toBeUndefined()
  expect(await draftOf(db, actOf('bruno').by, wanted.id)).toBeUndefined()
  const ask = { qty_wanted: 1, qty_min: 1, transport: 'van', purpose: 'Prove.', organisation_id: null } as const
  expect(await write(db, (trx) => placeClaim(trx, actOf('ada'), wanted.id, { ...ask, days: ['mon'] }))).toEqual({
    refused: 'listing-closed',
  })
})
