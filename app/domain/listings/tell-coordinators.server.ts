import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'

/** Whoever looks after the lot's hub learns that it waits; a lot far from every hub is everybody's concern. */
export async function tellCoordinators(trx: Trx, act: Act, { id, title, hub_id, must_go_by }: ListingRow) {
  const all = trx.selectFrom('hub_coordinators').select('member_id').distinct()
  const told = await (hub_id === null ? all : all.where('hub_id', '=', hub_id)).execute()
  const notice = {
    kind: 'listing-in-review',
    subject: 'listing',
    subject_id: id,
    event_key: `listing-in-review:${id}:${act.at}`,
    details: { title, ...(must_go_by === null ? {} : { must_go_by }) },
  } as const
  for (const { member_id } of told) await notify(trx, act, { ...notice, member_id })
}
