import { beforeEach, describe, expect, test } from 'vitest'
import { loader as hub } from '#app/routes/hubs.$hubSlug/route.tsx'
import { loader as area, action as setArea } from '#app/routes/hubs.$hubSlug_.area/route.tsx'
import { loader as bays, action as keepBay } from '#app/routes/hubs.$hubSlug_.bays/route.tsx'
import { action as retireBay } from '#app/routes/hubs.$hubSlug_.bays_.$bayId.retirement/route.ts'
import { action as closeDays, loader as closures } from '#app/routes/hubs.$hubSlug_.closures/route.tsx'
import { action as openDays } from '#app/routes/hubs.$hubSlug_.closures_.$day.removal/route.ts'
import { loader as hours, action as setHours } from '#app/routes/hubs.$hubSlug_.hours/route.tsx'
import { loader as materials, action as setMaterials } from '#app/routes/hubs.$hubSlug_.materials/route.tsx'
import { action as addVehicle, loader as vehicles } from '#app/routes/hubs.$hubSlug_.vehicles/route.tsx'
import { action as revise, loader as vehicle } from '#app/routes/hubs.$hubSlug_.vehicles_.$vehicleId/route.tsx'
import { action as retire } from '#app/routes/hubs.$hubSlug_.vehicles_.$vehicleId.retirement/route.ts'
import { context, db, freshWorld, type Neighbour, posted, requestTo, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

const asked = async (who: Neighbour, fields?: Record<string, string>, more: Record<string, string> = {}) => ({
  request: await signedInRequest(who, '/hubs/officine-zero/room', fields ? posted(fields) : {}),
  params: { hubSlug: 'officine-zero', ...more },
  context,
})
const van = { name: 'Ducato', capacity: '1200', volume: '11,5', longest: '3,7', crew: '2', hours: '8–18' }
const shut = { mon: '', wed: '', thu: '', fri: '', sat: '', sun: '' }

describe('the rooms of a hub', () => {
  test.each([
    ['hours', hours, setHours, { ...shut, tue: '9–19' }],
    ['closures', closures, closeDays, { from_day: '2026-12-24', to_day: '', reason: 'vigilia' }],
    ['vehicles', vehicles, addVehicle, van],
    ['bays', bays, keepBay, { code: 'A1', about: 'Tavole' }],
    ['materials', materials, setMaterials, { wood: 'takes', 'wood.panel': 'refuses', nothing: 'takes' }],
    ['area', area, setArea, { area: 'radius', radius: '8', corners: '' }],
  ] as const)(
    '%s: for its coordinators alone, who are sent back to what they changed',
    async (room, loader, action, fields) => {
      await expect(loader(await asked('pia'))).rejects.toMatchObject({ init: { status: 404 } })
      await expect(loader(await asked('ada'))).rejects.toMatchObject({ init: { status: 404 } })
      await expect(loader(await asked('dario'))).resolves.toMatchObject({ hub: { slug: 'officine-zero' } })
      expect(await action(await asked('pia', fields))).toMatchObject({ init: { status: 403 } })
      const done = (await action(await asked('dario', fields))) as Response
      expect(done.headers.get('Location')).toBe(`/hubs/officine-zero/${room}`)
    },
  )

  test('keep what was typed, with a word beside its box', async () => {
    const typed = { ...shut, tue: 'quando capita' }
    expect(await setHours(await asked('dario', typed))).toMatchObject({
      data: { errors: { tue: 'errors.hours' }, typed },
      init: { status: 422 },
    })
    const tall = { ...van, longest: '1.234' }
    expect(await addVehicle(await asked('dario', tall))).toMatchObject({ data: { typed: tall }, init: { status: 422 } })
    const drawn = { area: 'drawn', radius: '', corners: 'qui' }
    expect(await setArea(await asked('dario', drawn))).toMatchObject({
      data: { errors: { corners: 'errors.corners' } },
    })
  })

  test('a vehicle is corrected, then retired; a bay is retired; a closure is taken back', async () => {
    await addVehicle(await asked('dario', van))
    await keepBay(await asked('dario', { code: 'A1', about: '' }))
    await closeDays(await asked('dario', { from_day: '2026-12-24', to_day: '2026-12-26', reason: 'feste' }))
    const [row] = await db.selectFrom('vehicles').selectAll().execute()
    const [bay] = await db.selectFrom('bays').selectAll().execute()
    const id = { vehicleId: row?.id ?? '' }
    expect(await vehicle(await asked('dario', undefined, id))).toMatchObject({
      typed: { volume: '11,5', hours: '8–18' },
    })
    await revise(await asked('dario', { ...van, crew: '3' }, id))
    expect(await db.selectFrom('vehicles').select('crew').executeTakeFirst()).toEqual({ crew: 3 })
    await retire(await asked('dario', {}, id))
    await expect(vehicle(await asked('dario', undefined, id))).rejects.toMatchObject({ init: { status: 404 } })
    await retireBay(await asked('dario', {}, { bayId: bay?.id ?? '' }))
    expect((await bays(await asked('dario'))).bays).toEqual([])
    await openDays(await asked('dario', {}, { day: '2026-12-24' }))
    expect((await closures(await asked('dario'))).closures).toEqual([])
  })
})

test('the public page says when it opens, what it takes and how far it goes', async () => {
  await setHours(await asked('dario', { ...shut, tue: '9–19', wed: '9–19' }))
  await setMaterials(await asked('dario', { wood: 'takes', electric: 'refuses' }))
  const page = await hub({ request: requestTo('/hubs/officine-zero'), params: { hubSlug: 'officine-zero' }, context })
  expect(page).toMatchObject({
    may_run: false,
    doors: {
      hours: ['mar–mer 9–19'],
      now: 'Aperta adesso, chiude alle 19.',
      takes: ['legno'],
      refuses: ['elettrico'],
      reach: { radius_m: 15_000, corners: [] },
    },
  })
})
