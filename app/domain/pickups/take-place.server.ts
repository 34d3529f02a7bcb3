import type { Trx } from '#db/database.ts'
import type { SlotKind, SlotRow } from '#db/schema/pickups.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { dayInRome } from '../instant.ts'
import { daysLater } from '../places/opening.ts'
import { refused } from '../refusal.ts'
import { daysAhead, type Slot } from './slot.ts'
import { slotAt } from './slots.read.server.ts'

type Wish = { hub_id: string; kind: SlotKind; starts_at: string }

/**
 * Takes one of a slot's places, if there is one left: the count and its limit are compared inside one statement, so that
 * however many come at once no more get in than fit.
 */
export async function takePlace(trx: Trx, act: Act, wish: Wish) {
  if (wish.starts_at <= act.at) return refused('in-the-past')
  if (dayInRome(wish.starts_at) >= daysLater(dayInRome(act.at), daysAhead)) return refused('too-far-ahead')
  const slot = await slotAt(trx, wish.hub_id, wish)
  if (!slot) return refused('no-such-slot')
  await keepSlot(trx, wish.hub_id, slot)
  const taken = await trx
    .updateTable('slots')
    .set((eb) => ({ booked: eb('booked', '+', 1) }))
    .where('hub_id', '=', wish.hub_id)
    .where('kind', '=', wish.kind)
    .where('starts_at', '=', wish.starts_at)
    .where('closed_at', 'is', null)
    .whereRef('booked', '<', 'capacity')
    .returningAll()
    .executeTakeFirst()
  return taken ?? refused('slot-taken')
}

/** Writes down a slot that was only computed until now. One that is there already stays as it is. */
export async function keepSlot(trx: Trx, hub_id: string, slot: Slot) {
  const { kind, series_id, starts_at, ends_at, capacity, offered_by } = slot
  await trx
    .insertInto('slots')
    .values({
      ...{ id: newId(), hub_id, kind, series_id, starts_at, ends_at, capacity, offered_by },
      ...{ booked: 0, closed_at: null, close_reason: '' },
    })
    .onConflict((conflict) => conflict.columns(['hub_id', 'kind', 'starts_at']).doNothing())
    .execute()
}

type Booked = {
  slot: Pick<SlotRow, 'id'>
  member_id: string
  pickup_id: string | null
  note: string
  calendar_uid?: string
}

/** Writes down whose place it is. Undefined when they have one in this slot already. */
export function writeBooking(trx: Trx, act: Act, { slot, member_id, pickup_id, note, calendar_uid }: Booked) {
  const id = newId()
  return trx
    .insertInto('slot_bookings')
    .values({
      id,
      slot_id: slot.id,
      member_id,
      pickup_id,
      note,
      is_open: 1,
      booked_at: act.at,
      released_at: null,
      release_reason: '',
      calendar_uid: calendar_uid ?? `${id}@rimessa`,
      calendar_sequence: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}
