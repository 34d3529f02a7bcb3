import { beforeEach, expect, test } from 'vitest'
import { closeDays } from '#app/domain/hubs/close-days.server.ts'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { startRound } from '#app/domain/rounds/start-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { loader as hubLoader } from '#app/routes/hubs.$hubSlug/route.tsx'
import { loader as dayLoader } from '#app/routes/hubs.$hubSlug_.rounds/route.tsx'
import { handOver, promisedBoards } from '#tests/support/handover-steps.ts'
import { doors } from '#tests/support/neighbourhood.ts'
import { tomorrow } from '#tests/support/round-day.ts'
import { plannedRound } from '#tests/support/round-road.ts'
import { takenIn } from '#tests/support/stock-steps.ts'
import { actOf, context, db, freshWorld, requestTo, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

const params = { hubSlug: 'officine-zero' }
const hubPage = () => hubLoader({ request: requestTo('/hubs/officine-zero'), params, context })

async function publishedRound() {
  const { round } = await plannedRound()
  await write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))
  return round
}

test('a round is announced once it stands, and no longer when the van is on its way', async () => {
  expect((await hubPage()).rounds).toEqual([])
  const { round } = await plannedRound()
  expect((await hubPage()).rounds).toEqual([])
  await write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))
  expect((await hubPage()).rounds).toEqual([
    { day: tomorrow, vehicle_name: 'Ducato 1', stops: 3, areas: ['Centocelle', 'Montesacro'] },
  ])
  await write(db, (trx) => startRound(trx, actOf('dario'), round.id))
  expect((await hubPage()).rounds).toEqual([])
})

test('a round of yesterday is not to come', async () => {
  const { id } = await publishedRound()
  await db.updateTable('rounds').set({ day: '2026-11-23' }).where('id', '=', id).execute()
  expect((await hubPage()).rounds).toEqual([])
})

test('nobody learns from it where the van stops, at whose place, or when', async () => {
  const round = await publishedRound()
  const page = await hubPage()
  const said = JSON.stringify(page)
  for (const { place_id, street, access_notes, phone, latitude_e6, longitude_e6 } of doors) {
    const secrets = [street, access_notes, phone, latitude_e6, longitude_e6, latitude_e6 / 1e6, longitude_e6 / 1e6]
    for (const secret of secrets) if (secret !== '') expect(said, place_id).not.toContain(String(secret))
  }
  const announced = JSON.stringify(page.rounds)
  for (const secret of [round.id, 'Ada', 'Ferri', 'Bruno', 'Santi', 'cellar', '_e6', 'T0', 'T1', 'leaves', 'starts'])
    expect(announced).not.toContain(secret)
})

test('what lies in the hub and what of it is in use are those of this moment', async () => {
  expect(await hubPage()).toMatchObject({ stock: [], counted: { typ_g: 0 } })
  await takenIn()
  const { stock, counted } = await hubPage()
  expect(stock).toMatchObject([{ grams: 30_000, lots: 1 }])
  expect(counted.typ_g).toBe(0)
  const { claim } = await promisedBoards()
  await handOver(claim)
  expect(await hubPage()).toMatchObject({ stock: [{ grams: 30_000 }], counted: { typ_g: 23_400, handovers: 1 } })
})

test('who plans a day the hub is closed on is told', async () => {
  const closed = { from_day: tomorrow, to_day: tomorrow, reason: 'inventario' }
  await write(db, (trx) => closeDays(trx, actOf('dario'), 'officine-zero', closed))
  const dayPage = async (day: string) => {
    const request = await signedInRequest('dario', `/hubs/officine-zero/rounds?day=${day}`)
    return dayLoader({ request, params, context })
  }
  expect((await dayPage(tomorrow)).closure).toMatchObject({ reason: 'inventario' })
  expect((await dayPage('2026-11-26')).closure).toBeNull()
})
