import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { dayInRome, romanDays } from '../instant.ts'
import { bookedSlots, callOffSlots } from '../pickups/close-slot.server.ts'
import { refused } from '../refusal.ts'
import type { ClosureAsk } from './hours-ask.ts'
import { hubInCare } from './hub-in-care.read.server.ts'

/**
 * Closes a hub from one day to another, both within, and says why. Days to come only; who had booked is told, once whoever
 * closes has said yes to calling off as many as there are.
 */
export async function closeDays(trx: Trx, act: Act, slug: string, ask: ClosureAsk) {
  const { from_day, to_day, reason } = ask
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  if (to_day < dayInRome(act.at)) return refused('in-the-past')
  const days = { from: romanDays(from_day).from, to: romanDays(to_day).to }
  const slots = await bookedSlots(trx, act, hub.id, days)
  const booked = slots.reduce((sum, slot) => sum + slot.booked, 0)
  // Said back for other days, or when somebody booked meanwhile, it is no yes.
  const yes = [from_day, to_day, booked].join(' ')
  if (booked > 0 && ask.yes !== yes) return { ...refused('calls-off'), booked, yes }
  await trx
    .insertInto('hub_closures')
    .values({ hub_id: hub.id, from_day, to_day, reason })
    .onConflict((conflict) => conflict.columns(['hub_id', 'from_day']).doUpdateSet({ to_day, reason }))
    .execute()
  return { hub_id: hub.id, called_off: await callOffSlots(trx, act, slots, reason) }
}

/** Takes a closure back: the days are as in any other week again. */
export async function openDays(trx: Trx, act: Act, slug: string, from_day: string) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  await trx.deleteFrom('hub_closures').where('hub_id', '=', hub.id).where('from_day', '=', from_day).execute()
  return { hub_id: hub.id }
}
