import { beforeEach, expect, test } from 'vitest'
import { loader as company } from '#app/routes/collections.$collectionId/route.tsx'
import { loader as page, action as plan } from '#app/routes/hubs.$hubSlug_.collections/route.tsx'
import { action as end, loader as ending } from '#app/routes/hubs.$hubSlug_.collections_.$collectionId.end/route.tsx'
import { action as move, loader as moving } from '#app/routes/hubs.$hubSlug_.collections_.move/route.tsx'
import { action as skip, loader as skipping } from '#app/routes/hubs.$hubSlug_.collections_.skip/route.tsx'
import { context, freshWorld, type Neighbour, posted, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

type More = { params?: Record<string, string>; query?: string }
const asked = async (who: Neighbour, fields?: Record<string, string>, { params = {}, query = '' }: More = {}) => ({
  request: await signedInRequest(who, `/hubs/officine-zero/collections${query}`, fields ? posted(fields) : {}),
  params: { hubSlug: 'officine-zero', ...params },
  context,
})
const locationOf = (reply: unknown) => (reply as Response).headers.get('Location')
const ask = {
  organisation_id: 'edilferro',
  rhythm: 'fortnightly',
  weekday: 'thu',
  nth: '1',
  hours: '9–11',
  starts_on: '2026-11-24',
  ends_on: '',
  note: '',
}
const room = '/hubs/officine-zero/collections'

test('a coordinator plans, moves, skips and ends; the page keeps up', async () => {
  expect(await page(await asked('dario'))).toMatchObject({ plans: [], days: [] })
  expect(locationOf(await plan(await asked('dario', ask)))).toBe(room)
  const { plans, days } = await page(await asked('dario'))
  const id = plans[0]?.id ?? ''
  expect(days.map(({ on }) => on)).toEqual(['2026-11-26', '2026-12-10', '2026-12-24', '2027-01-07'])
  const query = `?id=${id}&day=2026-12-10`
  expect(await moving(await asked('dario', undefined, { query }))).toMatchObject({ id, on: '2026-12-10' })
  const which = { collection_id: id, day: '2026-12-10', reason: 'Sciopero' }
  expect(locationOf(await move(await asked('dario', { ...which, moved_to: '2026-12-11' })))).toBe(room)
  expect(await skipping(await asked('dario', undefined, { query }))).toMatchObject({ on: '2026-12-11' })
  expect(locationOf(await skip(await asked('dario', which)))).toBe(room)
  expect((await page(await asked('dario'))).days[1]).toMatchObject({ on: undefined, reason: 'Sciopero' })
  expect(locationOf(await end(await asked('dario', {}, { params: { collectionId: id } })))).toBe(room)
  expect(await page(await asked('dario'))).toMatchObject({ plans: [], days: [] })
})

test('what cannot be is said beside its field or above the form, and nothing typed is lost', async () => {
  expect(await plan(await asked('dario', { ...ask, hours: 'mattina' }))).toMatchObject({
    data: { errors: { hours: 'errors.hours-one' }, typed: { hours: 'mattina' } },
    init: { status: 422 },
  })
  expect(await plan(await asked('dario', { ...ask, expected: 'tanto', room: '100' }))).toMatchObject({
    data: { errors: { expected: expect.stringContaining('errors.'), room: 'errors.at-most?max=60' } },
  })
  expect(await plan(await asked('dario', { ...ask, starts_on: '2026-11-01' }))).toMatchObject({
    data: { refused: 'in-the-past', typed: { starts_on: '2026-11-01' } },
    init: { status: 409 },
  })
  expect(await skip(await asked('dario', { collection_id: 'x', day: '2026-12-10', reason: '' }))).toMatchObject({
    data: { errors: { reason: 'errors.required' } },
  })
  const gone = await asked('dario', { collection_id: 'x', day: '2026-12-10', moved_to: '2026-12-11' })
  expect(await move(gone)).toMatchObject({ data: { refused: 'no-such-collection' } })
})

test('the company’s people and the hub’s see when the van comes by, and nobody else', async () => {
  await plan(await asked('dario', ask))
  const id = (await page(await asked('dario'))).plans[0]?.id ?? ''
  const seen = async (who: Neighbour) => company(await asked(who, undefined, { params: { collectionId: id } }))
  await skip(await asked('dario', { collection_id: id, day: '2026-12-10', reason: 'Sciopero' }))
  const days = [{ on: '2026-11-26' }, { day: '2026-12-10', on: undefined, reason: 'Sciopero' }]
  expect((await seen('ivo')).days.slice(0, 2)).toMatchObject(days)
  expect((await seen('dario')).title).toBe('Raccolta di OZ – Officine Zero da Edilferro srl')
  for (const who of ['ada', 'pia', 'bruno'] as const)
    await expect(seen(who)).rejects.toMatchObject({ init: { status: 404 } })
  const which = { params: { collectionId: id } }
  expect(await ending(await asked('dario', undefined, which))).toMatchObject({
    title: 'Non passare più da Edilferro srl?',
  })
  await expect(ending(await asked('pia', undefined, which))).rejects.toMatchObject({ init: { status: 404 } })
  await end(await asked('dario', { reason: 'Venduto' }, which))
  expect((await seen('ivo')).days).toEqual([])
  await expect(ending(await asked('dario', undefined, which))).rejects.toMatchObject({ init: { status: 404 } })
})

test('strangers find no such room, and a page without a day leads back', async () => {
  await expect(page(await asked('pia'))).rejects.toMatchObject({ init: { status: 404 } })
  await expect(skipping(await asked('bruno'))).rejects.toMatchObject({ init: { status: 404 } })
  expect(await plan(await asked('pia', ask))).toMatchObject({ init: { status: 403 } })
  expect(locationOf(await moving(await asked('dario')).catch((reply: unknown) => reply))).toBe(room)
})
