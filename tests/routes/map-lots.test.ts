import { beforeEach, expect, test } from 'vitest'
import { loader as browse } from '#app/routes/listings._index/route.tsx'
import { loader } from '#app/routes/map.lots[.]json/route.ts'
import type { LotsInView } from '#app/ui/map-seen.ts'
import { unpacked } from '#app/ui/packed.ts'
import { context, freshWorld, given, requestTo } from '../support/world.ts'

beforeEach(freshWorld)

const ask = (query: string) => loader({ request: requestTo(`/map/lots.json?${query}`), params: {}, context })
const seen = async (query: string): Promise<LotsInView> => (await ask(query)).json()
const rome = 'view=12.2,41.7,12.8,42.1'

test('the map is answered with blurred points, names in the reader’s language, and kept for a moment by their browser alone', async () => {
  const lot = await given.listing({ title: 'Tavole di abete', material_key: 'wood.solid.boards' })
  const reply = await ask(`${rome}&zoom=12`)
  expect(reply.headers.get('Cache-Control')).toBe('private, max-age=20')
  const told = (await reply.json()) as LotsInView
  expect(told).toMatchObject({ total: { lots: 1 }, bunches: [], most: false })
  expect(told.pins).toMatchObject([{ id: lot.id, title: 'Tavole di abete', hatch: 'wood', gone: false }])
  expect(told.pins[0]?.blur_radius_m).toBeUndefined()
  expect((await seen(`${rome}&zoom=13`)).pins[0]?.blur_radius_m).toBe(300)
})

test('list and map count the same lots of an area; an area that cannot be read is no area', async () => {
  await given.listing({ place_id: 'cellar' })
  await given.listing({ place_id: 'borgata-yard' })
  for (const [area, lots] of [
    ['12.5,41.9,12.6,42', 1],
    ['12.4,41.8,12.6,42', 2],
    ['12.6,41.8,12.4,42', 0],
    ['9,9,1,1', 2],
    ['1,2,3,4.5.6', 2],
  ] as const) {
    const page = unpacked((await browse({ request: requestTo(`/listings?bbox=${area}`), params: {}, context })).page)
    expect([area, page.counted.lots]).toEqual([area, lots])
    expect([area, (await seen(`bbox=${area}&${rome}&zoom=11`)).total.lots]).toEqual([area, lots])
  }
})

test.each([
  'zoom=12',
  'view=&zoom=12',
  'view=12,41&zoom=12',
  'view=12,42,13,41&zoom=12',
  'view=a,b,c,d&zoom=12',
  'view=12,41,13,NaN&zoom=12',
  'view=12,41,13,Infinity&zoom=12',
  'view=12,41,13,%00&zoom=12',
  'view=12,41,13,42,43&zoom=12',
  rome,
  `${rome}&zoom=99`,
  `${rome}&zoom=2`,
  `${rome}&zoom=-5`,
  `${rome}&zoom=12.5`,
  `${rome}&zoom=%00`,
])('«%s» is no view of a map, and is told so', async (query) => {
  const reply = await ask(query)
  expect(reply.status).toBe(400)
  expect(await reply.json()).toEqual({ error: 'view-or-zoom-unreadable' })
})

test.each([
  'q=%00%27%22*%F0%9F%AA%B5',
  'near=%00',
  'bbox=%00',
  'bbox=1e9,1,1,1',
  'bbox=-999,-999,999,999',
  'radius=999999&lat=90&lon=180',
  'material=%25',
])('«%s» is answered without a fault', async (query) => {
  await given.listing()
  expect((await ask(`${query}&${rome}&zoom=12`)).status).toBe(200)
})

test('a map dragged all round the earth still shows Rome', async () => {
  await given.listing()
  expect((await seen('view=372.2,41.7,372.8,42.1&zoom=12')).total.lots).toBe(1)
  expect((await seen('view=-400,-95,400,95&zoom=3')).total.lots).toBe(1)
})
