import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { recordListingEvent } from '../listings/record-listing-event.server.ts'
import { notify } from '../notifications/notify.server.ts'

type Counts = { asked: number; offered: number; waiting: number }

/** The closing goes into the lot's history and to its donor, with how many asked, were offered some, and wait. */
export async function tellWindowClosed(
  trx: Trx,
  act: Act,
  { id, state, title, donor_id }: ListingRow,
  { asked, offered, waiting }: Counts,
) {
  const event = { kind: 'window-closed', from_state: state, to_state: state } as const
  await recordListingEvent(trx, act, id, { ...event, details: JSON.stringify({ asked, offered, waiting }) })
  const told = { member_id: donor_id, kind: 'window-closed', subject: 'listing', subject_id: id } as const
  const details = { title, count: asked, offered, waiting }
  await notify(trx, act, { ...told, event_key: `window-closed:${id}:${act.at}`, details })
}
