import { beforeEach, describe, expect, test, vi } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { loader as boardLoader } from '#app/routes/board/route.tsx'
import { loader as hubsLoader } from '#app/routes/hubs._index/route.tsx'
import { loader as hubLoader } from '#app/routes/hubs.$hubSlug/route.tsx'
import { action as removal, loader as removalLoader } from '#app/routes/listings.$listingId_.removal/route.tsx'
import {
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

const board = async (who: Neighbour, query = '') =>
  boardLoader({ request: await signedInRequest(who, `/board${query}`), params: {}, context })
const hub = (slug: string) => hubLoader({ request: requestTo(`/hubs/${slug}`), params: { hubSlug: slug }, context })

async function pickupTomorrow() {
  const lot = await given.listing()
  const claim = await given.claim({ listing_id: lot.id, state: 'scheduled', organisation_id: 'bottega' })
  return given.pickup([claim.id], { state: 'confirmed' })
}

describe('the board', () => {
  test('is for coordinators and admins; to members it does not exist, and strangers go to sign in', async () => {
    await expect(board('ada')).rejects.toMatchObject({ init: { status: 404 } })
    const stranger = await boardLoader({ request: requestTo('/board'), params: {}, context }).catch(
      (reply: Response) => reply,
    )
    expect(stranger).toMatchObject({ status: 302 })
    expect((stranger as Response).headers.get('Location')).toBe('/sign-in?to=%2Fboard')
    await expect(board('elena')).resolves.toMatchObject({ day: '2026-11-24' })
  })

  test('opens on today, in its week', async () => {
    await pickupTomorrow()
    const page = await board('dario')
    expect(page).toMatchObject({
      title: 'Regia, martedì 24 novembre',
      day: '2026-11-24',
      before: '2026-11-17',
      after: '2026-12-01',
    })
    expect(page.agenda.map(({ date, entries }) => [date, entries.length])).toContainEqual(['2026-11-25', 1])
    expect(page.trips).toEqual([])
    expect(page.agenda[2]?.entries).toMatchObject([{ kind: 'pickup', area: 'Montesacro', title: 'Tavole di abete' }])
    expect(JSON.stringify(page)).not.toContain('Nomentana')
  })

  test('shows the street to ring at on the day itself', async () => {
    await pickupTomorrow()
    expect((await board('dario', '?day=2026-11-25')).trips).toMatchObject([
      { area: 'Montesacro', street: 'via Nomentana 411, scala B' },
    ])
    expect((await board('pia', '?day=2026-11-25')).trips).toEqual([])
  })

  test('shows today for a day that is none, and all hubs for a hub that is none of theirs', async () => {
    const page = await board('elena', '?day=soon&hub=nowhere')
    expect(page).toMatchObject({ day: '2026-11-24', hub: undefined })
    expect(page.hubs.map(({ slug }) => slug).sort()).toEqual(['borgata', 'officine-zero'])
  })

  test('narrows to one hub for whoever looks after several', async () => {
    await given.listing({ state: 'in_review', hub_id: 'borgata', title: 'Porte' })
    await given.listing({ state: 'in_review', hub_id: 'oz', title: 'Tavole' })
    expect((await board('elena', '?hub=borgata')).review.map(({ title }) => title)).toEqual(['Porte'])
    expect((await board('dario', '?hub=borgata')).review.map(({ title }) => title)).toEqual(['Tavole'])
  })

  test('hands no street over with a claim that only waits for a date', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'confirmed', days: 'sat,mon' })
    const page = await board('dario')
    expect(page.undated).toMatchObject([
      { title: 'Tavole di abete', quantity: 8, grams: 21_600, days: ['mon', 'sat'], to: 'Bruno S.' },
    ])
    expect(JSON.stringify(page)).not.toContain('Nomentana')
  })

  test('asks the database as often for many pickups as for one', async () => {
    await pickupTomorrow()
    const questions = vi.spyOn(db.getExecutor(), 'executeQuery')
    await board('dario', '?day=2026-11-25')
    const asked = questions.mock.calls.length
    expect(asked).toBeGreaterThan(8)
    for (let more = 0; more < 12; more++) await pickupTomorrow()
    questions.mockClear()
    expect((await board('dario', '?day=2026-11-25')).trips).toHaveLength(13)
    expect(questions.mock.calls.length).toBe(asked)
    questions.mockRestore()
  })
})

describe('taking a lot down', () => {
  const asked = async (who: Neighbour, id: string, init?: RequestInit) => ({
    request: await signedInRequest(who, `/listings/${id}/removal`, init),
    params: { listingId: id },
    context,
  })

  test('is asked twice, of its hub’s coordinators alone', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id })
    expect(await removalLoader(await asked('dario', lot.id))).toMatchObject({
      title: 'Togliere «Tavole di abete»?',
      asking: 1,
    })
    await expect(removalLoader(await asked('pia', lot.id))).rejects.toMatchObject({ init: { status: 404 } })
    await expect(removalLoader(await asked('ada', lot.id))).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('ends at the board, and a second time is a refusal', async () => {
    const lot = await given.listing()
    const done = await removal(await asked('dario', lot.id, posted({})))
    expect(done).toMatchObject({ status: 302 })
    expect((done as Response).headers.get('Location')).toBe('/board')
    expect(await removal(await asked('dario', lot.id, posted({})))).toMatchObject({
      data: { refused: 'listing-closed' },
      init: { status: 409 },
    })
    expect(await removal(await asked('pia', lot.id, posted({})))).toMatchObject({ init: { status: 403 } })
  })
})

describe('the hubs', () => {
  test('are listed with what is offered around each', async () => {
    await given.listing()
    await given.listing({ must_go_by: later(now, { hours: -1 }) })
    const page = await hubsLoader({ request: requestTo('/hubs'), params: {}, context })
    expect(new Map(page.hubs.map(({ slug, live }) => [slug, live]))).toEqual(
      new Map([
        ['officine-zero', 1],
        ['borgata', 0],
      ]),
    )
  })

  test('each say where they are, who answers and what is near, by first names only', async () => {
    await given.listing()
    const page = await hub('officine-zero')
    expect(page).toMatchObject({
      title: 'OZ – Officine Zero',
      people: [{ id: 'dario', name: 'Dario' }],
      counted: { typ_g: 0 },
    })
    expect(page.lots).toMatchObject([{ title: 'Tavole di abete', area: 'Montesacro' }])
    expect(page.lots[0]?.distance_m).toBeLessThan(1_000)
    expect(JSON.stringify(page)).not.toContain('via Nomentana')
  })

  test('name nobody who has left', async () => {
    await db.updateTable('members').set({ erased_at: now }).where('id', '=', 'dario').execute()
    expect((await hub('officine-zero')).people).toEqual([])
  })

  test('that do not exist are not there', async () => {
    await expect(hub('nowhere')).rejects.toMatchObject({ init: { status: 404 } })
  })
})
