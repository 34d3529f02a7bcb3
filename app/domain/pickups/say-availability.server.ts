import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { dayInRome } from '../instant.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { refused } from '../refusal.ts'
import { isDonorsPlace, lotToMeetAt, sitesOf } from './availability.read.server.ts'
import type { AvailabilityAsk } from './availability-ask.ts'

/** Says anew when a lot can be fetched, or everything its donor gives away from the same place. Nothing said: at any time. */
export async function sayAvailability(trx: Trx, act: Act, listingId: string, { scope, hours, days }: AvailabilityAsk) {
  const lot = await lotToMeetAt(trx, act.by, listingId)
  if (!lot) return refused('not-yours')
  if ((await lockLot(trx, lot.id))?.state === 'closed') return refused('listing-closed')
  if (scope === 'place' && !(await isDonorsPlace(trx, lot))) return refused('not-their-place')

  await forget(trx, { listing_id: lot.id })
  const of = scope === 'place' ? { listing_id: null, place_id: lot.place_id } : { listing_id: lot.id, place_id: null }
  if (scope === 'place' && lot.place_id !== null)
    for (const place_id of (await sitesOf(trx, [lot.place_id])).get(lot.place_id) ?? []) await forget(trx, { place_id })
  const ahead = days.filter(({ day }) => day >= dayInRome(act.at))
  if (hours.length > 0)
    await trx
      .insertInto('availability_hours')
      .values(hours.map((span) => ({ id: newId(), ...of, ...span })))
      .execute()
  if (ahead.length > 0)
    await trx
      .insertInto('availability_days')
      .values(ahead.map((unusual) => ({ id: newId(), ...of, ...unusual })))
      .execute()
  return { listing_id: lot.id }
}

async function forget(trx: Trx, of: { listing_id: string } | { place_id: string }) {
  const [column, id] =
    'listing_id' in of ? (['listing_id', of.listing_id] as const) : (['place_id', of.place_id] as const)
  await trx.deleteFrom('availability_hours').where(column, '=', id).execute()
  await trx.deleteFrom('availability_days').where(column, '=', id).execute()
}
