import { beforeEach, describe, expect, test } from 'vitest'
import { matchListing } from '#app/domain/discovery/match-listing.server.ts'
import { dayInRome, later } from '#app/domain/instant.ts'
import { distanceMetres } from '#app/domain/places/point.ts'
import { write } from '#app/domain/write.server.ts'
import { clockHandlers } from '#app/jobs/clock-handlers.server.ts'
import { loader as lotPage } from '#app/routes/listings.$listingId/route.tsx'
import { loader as stepPage } from '#app/routes/listings.$listingId_.edit/route.tsx'
import { loader as openMatch } from '#app/routes/matches.$matchId/route.ts'
import { loader as list } from '#app/routes/wanted._index/route.tsx'
import { loader as onePage } from '#app/routes/wanted.$wantedId/route.tsx'
import { action as edit, loader as editPage } from '#app/routes/wanted.$wantedId_.edit/route.tsx'
import { action as invite } from '#app/routes/wanted.$wantedId_.invitation/route.ts'
import { action as offer } from '#app/routes/wanted.$wantedId_.offer/route.ts'
import { action as renew } from '#app/routes/wanted.$wantedId_.renewal/route.tsx'
import { action as withdraw } from '#app/routes/wanted.$wantedId_.withdrawal/route.tsx'
import { loader as options } from '#app/routes/wanted.materials/route.ts'
import { loader as form, action as post } from '#app/routes/wanted.new/route.tsx'
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
  material: 'Tavole di legno massello',
  quantity: '8',
  unit: 'piece',
  piece_length: '1200',
  piece_width: '180',
  piece_thickness: '18',
  condition: 'good',
  town: 'Pigneto, Roma',
  radius: '25',
  until: dayInRome(later(now, { days: 30 })),
  purpose: 'Mensole.',
}
const pigneto = { latitude_e6: 41_888_500, longitude_e6: 12_529_000 }
const send = async (fields: Fields, member: Neighbour = 'bruno') =>
  post({ request: await signedInRequest(member, '/wanted/new', posted(fields)), params: {}, context })
const see = async (wantedId: string, member: Neighbour) =>
  onePage({ request: await signedInRequest(member, `/wanted/${wantedId}`), params: { wantedId }, context })
const location = (reply: unknown) => (reply as Response).headers.get('location')
const answer = (reply: unknown) => reply as { data: Record<string, unknown>; init: { status: number } }
const idIn = (reply: unknown) => location(reply)?.split('/').at(-1) ?? ''
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (reply: unknown) => reply,
  )

describe('the form', () => {
  test('posts a cut list and leads to its page, where a circle stands for the place', async () => {
    const id = idIn(await send(cutList))
    const page = await see(id, 'ada')
    expect(page.wanted).toMatchObject({
      total: 8,
      length_mm: 1200,
      who: 'Bruno S.',
      material_name: 'Tavole di legno massello',
    })
    expect(page.place).toMatchObject({ area: 'Pigneto', radius_m: 600 })
    expect(page.visitor).toMatchObject({ is_owner: false })
    // The point shown is rounded to a thousandth: one of its two figures may by chance be the quarter's, never the place.
    const { latitude, longitude } = page.place
    const shown = { latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) }
    expect(distanceMetres(shown, pigneto)).toBeGreaterThan(20)
    expect(JSON.stringify(page)).not.toContain('41.8885')
    expect(JSON.stringify(page)).not.toContain('41888500')
  })

  test('without scripts, a word that means several things comes back as choices, with all that was typed', async () => {
    const { data, init } = answer(await send({ ...cutList, material: 'tubi', town: 'San Giovanni' }))
    expect(init.status).toBe(422)
    expect(data).toMatchObject({
      typed: { purpose: 'Mensole.', quantity: '8' },
      errors: { material: 'wanted.errors.material-which' },
    })
    const { materials, places } = data['choices'] as Record<string, { value: string }[]>
    expect(materials?.length).toBeGreaterThan(1)
    const chosen = { ...cutList, material: 'tubi', material_choice: materials?.[0]?.value ?? '' }
    const placed = places?.[0] ? { ...chosen, town: 'San Giovanni', place_choice: places[0].value } : chosen
    expect(location(await send(placed))).toMatch(/^\/wanted\/[\w-]+$/)
  })

  test('a refusal keeps what was typed', async () => {
    const { data, init } = answer(await send({ ...cutList, purpose: 'Cerco eternit' }))
    expect(init.status).toBe(409)
    expect(data).toMatchObject({ refused: 'refused-material', typed: { quantity: '8' } })
  })

  test('begins with the material that a search did not find and the last area one gave', async () => {
    const page = await form({
      request: await signedInRequest('bruno', '/wanted/new?material=metal'),
      params: {},
      context,
    })
    expect(page.fields).toMatchObject({ material_key: 'metal', town: 'Centocelle, Roma', radius: '10' })
    expect(page.organisations).toEqual([{ id: 'bottega', name: 'Bottega Santi' }])
  })

  test('offers branches before leaves while one types', async () => {
    const reply = await options({ request: requestTo('/wanted/materials?q=acciaio'), params: {}, context })
    const { options: found } = (await reply.json()) as { options: { value: string }[] }
    expect(found[0]?.value).toBe('metal.steel')
  })

  test('is for members', async () => {
    const refused = (await thrown(form({ request: requestTo('/wanted/new'), params: {}, context }))) as Response
    expect(refused.headers.get('location')).toBe('/sign-in?to=%2Fwanted%2Fnew')
  })
})

describe('its author', () => {
  const at = (wantedId: string) => ({ params: { wantedId }, context })

  test('changes it, closes it, and opens it again', async () => {
    const id = idIn(await send(cutList))
    const page = await editPage({ request: await signedInRequest('bruno', `/wanted/${id}/edit`), ...at(id) })
    expect(page.fields).toMatchObject({ quantity: '8', piece_length: '1200', radius: '25', town: 'Pigneto, Roma' })
    const changed = { ...(page.fields as Fields), quantity: '20' }
    await edit({ request: await signedInRequest('bruno', `/wanted/${id}/edit`, posted(changed)), ...at(id) })
    await withdraw({ request: await signedInRequest('bruno', `/wanted/${id}/withdrawal`, posted({})), ...at(id) })
    expect((await see(id, 'ada')).wanted).toMatchObject({ total: 20, state: 'closed' })
    const until = { until: dayInRome(later(now, { days: 9 })) }
    await renew({ request: await signedInRequest('bruno', `/wanted/${id}/renewal`, posted(until)), ...at(id) })
    expect((await see(id, 'bruno')).wanted.state).toBe('live')
  })

  test('alone may do so', async () => {
    const id = idIn(await send(cutList))
    const asked = editPage({ request: await signedInRequest('ada', `/wanted/${id}/edit`), ...at(id) })
    expect(answer(await thrown(asked)).init.status).toBe(404)
    const reply = await withdraw({
      request: await signedInRequest('ada', `/wanted/${id}/withdrawal`, posted({})),
      ...at(id),
    })
    expect(answer(reply).init.status).toBe(403)
  })

  test('sees the lots that would do, and everybody the list', async () => {
    const lot = await given.listing({ material_key: 'wood.solid.boards' })
    const id = idIn(await send(cutList))
    expect((await see(id, 'bruno')).lots.map((each) => each.id)).toEqual([lot.id])
    expect((await see(id, 'ada')).lots).toEqual([])
    const page = await list({ request: requestTo('/wanted?material=wood&near=Pigneto'), params: {}, context })
    expect(page).toMatchObject({ count: 1, own: [], wanted: [{ id }] })
  })
})

describe('from one side to the other', () => {
  test('«I have this» opens a draft that names the material', async () => {
    const id = idIn(await send(cutList))
    const request = await signedInRequest('ada', `/wanted/${id}/offer`, posted({}))
    const to = location(await offer({ request, params: { wantedId: id }, context })) ?? ''
    const draft = await db
      .selectFrom('listings')
      .selectAll()
      .where('id', '=', to.split('/')[2] ?? '')
      .executeTakeFirst()
    expect(draft).toMatchObject({ donor_id: 'ada', state: 'draft', material_key: 'wood.solid.boards' })
  })

  test('while posting, a donor reads how many look for it and nobody’s name; on the lot’s page, who', async () => {
    const wanted = await given.wanted()
    const draft = await given.listing({ state: 'draft' })
    const at = { params: { listingId: draft.id }, context }
    const step = await stepPage({
      request: await signedInRequest('ada', `/listings/${draft.id}/edit?step=measures`),
      ...at,
    })
    expect(step.seekers).toBe(1)
    expect(JSON.stringify(step)).not.toContain('Bruno')
    const lot = await given.listing()
    const page = async (member: Neighbour) =>
      lotPage({ request: await signedInRequest(member, `/listings/${lot.id}`), params: { listingId: lot.id }, context })
    expect((await page('ada')).seekers).toMatchObject([{ id: wanted.id, who: 'Bruno S.', invited_at: null }])
    expect((await page('chiara')).seekers).toEqual([])
  })

  test('a lot is proposed once, and the match opens the form that asks for it, filled in', async () => {
    const [lot, wanted] = [await given.listing(), await given.wanted()]
    const fields = posted({ listing_id: lot.id })
    const request = () => signedInRequest('ada', `/wanted/${wanted.id}/invitation`, fields)
    const at = { params: { wantedId: wanted.id }, context }
    expect(location(await invite({ request: await request(), ...at }))).toBe(`/listings/${lot.id}#seekers`)
    await invite({ request: await request(), ...at })
    const told = await db
      .selectFrom('notices')
      .select(['kind', 'subject', 'subject_id'])
      .where('member_id', '=', 'bruno')
      .execute()
    expect(told).toMatchObject([{ kind: 'match-invited', subject: 'match' }])
    const matchId = told[0]?.subject_id ?? ''
    const open = async (member: Neighbour) =>
      openMatch({ request: await signedInRequest(member, `/matches/${matchId}`), params: { matchId }, context })
    expect(location(await open('bruno'))).toBe(`/listings/${lot.id}/claims/new?quantity=8`)
    expect(location(await open('ada'))).toBe(`/listings/${lot.id}`)
    expect(answer(await thrown(open('chiara'))).init.status).toBe(404)
  })

  test('the address of a lot that is a wanted post leads to it', async () => {
    const wanted = await given.wanted()
    const request = await signedInRequest('ada', `/listings/${wanted.id}`)
    const reply = (await thrown(lotPage({ request, params: { listingId: wanted.id }, context }))) as Response
    expect(reply.headers.get('location')).toBe(`/wanted/${wanted.id}`)
  })
})

test('the clocks of wanted posts have somebody to answer them', async () => {
  const [lot] = [await given.listing(), await given.wanted()]
  const act = { ...actOf('elena'), via: 'job' } as const
  expect(clockHandlers['match-listing']).toBe(matchListing)
  expect(clockHandlers['ask-wanted']).toBeDefined()
  expect(await write(db, async (trx) => clockHandlers['match-listing']?.(trx, act, lot.id))).toBe(1)
})
