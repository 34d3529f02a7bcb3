import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { available } from '../listings/listing.ts'
import { notify } from '../notifications/notify.server.ts'

/** Units are free again where the donor picks, and somebody waits for an answer: the donor is told, once for each time. */
export async function tellPicker(trx: Trx, act: Act, lot: ListingRow) {
  const { count } = await trx
    .selectFrom('claims')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('listing_id', '=', lot.id)
    .where('state', 'in', ['requested', 'waitlisted'])
    .executeTakeFirstOrThrow()
  if (count === 0) return
  const told = { member_id: lot.donor_id, kind: 'units-free', subject: 'listing', subject_id: lot.id } as const
  const details = { title: lot.title, unit: lot.unit, quantity: available(lot), count }
  await notify(trx, act, { ...told, event_key: `units-free:${lot.id}:${act.at}`, details })
}
