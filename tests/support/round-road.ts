import { makeHandoverCode } from '#app/domain/claims/handover-code.server.ts'
import { later } from '#app/domain/instant.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { collectOf, deliverOf } from '#app/domain/rounds/day-problem.ts'
import { roundOf } from '#app/domain/rounds/plan.read.server.ts'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { startRound } from '#app/domain/rounds/start-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { collectionsWaiting, givenCollection } from './collections.ts'
import { arrange, givenDelivery, givenHubErrand, givenVan } from './round-day.ts'
import { actOf, db, now } from './world.ts'

/** When tomorrow's round is on the road. */
export const onTheDay = later(now, { days: 1, hours: -1 })

type More = { collection?: boolean }

/** Ada's boards for the hub's stock, and her battens for Bruno's workshop, on one van tomorrow; with Edilferro on its way if asked. */
export async function plannedRound({ collection = false }: More = {}) {
  const van = await givenVan()
  const [taken, brought] = [await givenHubErrand(), await givenDelivery()]
  if (collection) await givenCollection()
  const recurring = (await collectionsWaiting()).map(collectOf)
  const stops = [collectOf(taken), collectOf(brought), ...recurring, deliverOf(brought)]
  const arranged = await arrange([{ vehicle: van, stops }])
  if (isRefusal(arranged)) throw new Error(arranged.refused)
  return { van, round: await roundNamed(arranged.rounds[0]), taken, brought }
}

/** The same, agreed with everybody and on the road. */
export async function startedRound(more: More = {}) {
  const planned = await plannedRound(more)
  await write(db, (trx) => publishRound(trx, actOf('dario'), planned.round.id, planned.round.version))
  await db.updateTable('pickups').set({ state: 'confirmed', confirmed_at: now, confirmed_by: 'ada' }).execute()
  await db.updateTable('claims').set({ state: 'scheduled' }).where('state', '=', 'confirmed').execute()
  for (const { id } of [planned.taken, planned.brought])
    await write(db, (trx) => makeHandoverCode(trx, actOf('ada'), id))
  await write(db, (trx) => startRound(trx, actOf('dario', onTheDay), planned.round.id))
  return { ...planned, round: await roundNamed(planned.round.id) }
}

export async function roundNamed(id = '') {
  const round = await roundOf(db, id)
  if (!round) throw new Error('there is no round')
  return round
}
