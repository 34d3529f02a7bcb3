import { beforeEach, describe, expect, test } from 'vitest'
import { AreaAsk } from '#app/domain/hubs/area-ask.ts'
import { closeDays, openDays } from '#app/domain/hubs/close-days.server.ts'
import { readCorners, writeCorners } from '#app/domain/hubs/corners.ts'
import { HoursAsk } from '#app/domain/hubs/hours-ask.ts'
import { takes } from '#app/domain/hubs/hub-material.ts'
import { baysOf, hoursOf, vehiclesOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { keepBay, retireBay } from '#app/domain/hubs/keep-bay.server.ts'
import { addVehicle, retireVehicle, reviseVehicle } from '#app/domain/hubs/keep-vehicle.server.ts'
import { setHours } from '#app/domain/hubs/set-hours.server.ts'
import { VehicleAsk, vehicleTyped } from '#app/domain/hubs/vehicle-ask.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, now } from '../support/world.ts'

beforeEach(freshWorld)

const van = { name: 'Ducato', capacity: '1200', volume: '11,5', longest: '3,70', crew: '2', hours: '8–18' }

describe('what a hub says of itself', () => {
  test('its coordinators and admins say; nobody else may', async () => {
    const week = HoursAsk.parse({ mon: '', tue: '9–13, 15–19', wed: '', thu: '', fri: '', sat: '9-19', sun: '' })
    const set = (who: 'dario' | 'elena' | 'pia' | 'ada') =>
      write(db, (trx) => setHours(trx, actOf(who), 'officine-zero', week))
    expect(await set('pia')).toEqual({ refused: 'not-yours' })
    expect(await set('ada')).toEqual({ refused: 'not-yours' })
    expect(await set('elena')).toEqual({ hub_id: 'oz' })
    expect(await set('dario')).toEqual({ hub_id: 'oz' })
    expect(await hoursOf(db, 'oz')).toHaveLength(3)
  })

  test('vehicles are measured as people do, kept in whole base units, and read back as typed', async () => {
    const ask = VehicleAsk.parse(van)
    expect(ask).toMatchObject({ capacity_g: 1_200_000, capacity_dm3: 11_500, longest_mm: 3700, from_time: '08:00' })
    const added = await write(db, (trx) => addVehicle(trx, actOf('dario'), 'officine-zero', ask))
    const [kept] = await vehiclesOf(db, 'oz')
    expect(VehicleAsk.parse(kept && vehicleTyped(kept, 'it'))).toEqual(ask)
    const id = 'id' in added ? added.id : ''
    const change = { id, ask: { ...ask, crew: 3 } }
    expect(await write(db, (trx) => reviseVehicle(trx, actOf('pia'), 'borgata', change))).toEqual({
      refused: 'no-such-vehicle',
    })
    expect(await write(db, (trx) => reviseVehicle(trx, actOf('dario'), 'officine-zero', change))).toEqual({ id })
    expect(await write(db, (trx) => retireVehicle(trx, actOf('dario'), 'officine-zero', id))).toEqual({ id })
    expect(await vehiclesOf(db, 'oz')).toEqual([])
    expect(await db.selectFrom('vehicles').select('id').execute()).toHaveLength(1)
  })

  test('a number that has two meanings, or none, is sent back to its box', () => {
    const read = VehicleAsk.safeParse({ ...van, volume: '1.234', longest: 'lungo', hours: '18–8' })
    expect(read.error?.issues.map(({ path }) => path[0]).sort()).toEqual(['hours', 'longest', 'volume'])
  })

  test('a bay that was retired comes back with its code', async () => {
    const keep = (about: string) =>
      write(db, (trx) => keepBay(trx, actOf('dario'), 'officine-zero', { code: 'A1', about }))
    const first = await keep('Tavole')
    if ('refused' in first) throw new Error(first.refused)
    await write(db, (trx) => retireBay(trx, actOf('dario'), 'officine-zero', first.id))
    expect(await baysOf(db, 'oz')).toEqual([])
    expect(await keep('Porte')).toEqual({ id: first.id, code: 'A1' })
    expect(await baysOf(db, 'oz')).toMatchObject([{ code: 'A1', about: 'Porte' }])
  })

  test('closures are for days to come, and can be taken back', async () => {
    const close = (from_day: string, to_day: string) =>
      write(db, (trx) => closeDays(trx, actOf('dario'), 'officine-zero', { from_day, to_day, reason: 'ferie' }))
    expect(await close('2026-11-20', '2026-11-23')).toEqual({ refused: 'in-the-past' })
    expect(await close('2026-12-24', '2027-01-06')).toEqual({ hub_id: 'oz', called_off: 0 })
    await write(db, (trx) => openDays(trx, actOf('dario', now), 'officine-zero', '2026-12-24'))
    expect(await db.selectFrom('hub_closures').selectAll().execute()).toEqual([])
  })

  test('an area is a radius, or at least three corners', () => {
    const ask = { area: 'radius', radius: '7,5', corners: '' }
    expect(AreaAsk.parse(ask)).toEqual({ service_radius_m: 7500, service_area: '' })
    expect(AreaAsk.safeParse({ ...ask, area: 'drawn', corners: '41.9, 12.5' }).success).toBe(false)
    const corners = '41.90000, 12.50000\n41,95; 12,55\n41.9 12.6'
    expect(readCorners(corners)).toEqual([
      [41_900_000, 12_500_000],
      [41_950_000, 12_550_000],
      [41_900_000, 12_600_000],
    ])
    expect(readCorners(writeCorners(readCorners(corners) ?? []))).toEqual(readCorners(corners))
    expect(readCorners('qui vicino')).toBeUndefined()
  })

  test('the nearest word about a material decides whether the hub takes it', () => {
    const said = [
      { material_key: 'wood', takes: 1 },
      { material_key: 'wood.panel', takes: 0 },
    ] as const
    expect(takes(said, 'wood.solid')).toBe(true)
    expect(takes(said, 'wood.panel.chipboard')).toBe(false)
    expect(takes(said, 'metal.steel')).toBeUndefined()
  })
})
