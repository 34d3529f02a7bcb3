import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import type { Hold } from './holds.server.ts'
import { recordClaimEvents } from './move-claim.server.ts'
import type { PassedOver } from './passed-over.ts'

type Served = {
  lot: Pick<ListingRow, 'id'>
  /** Those waiting at a lower position were passed over; everybody in line when not given. */
  before?: number
  free: number
  holds: ReadonlyMap<string, Hold>
  favoured: Pick<ClaimRow, 'id'>
}

const chunk = 200

/** Leaves a line with each claim that stood before the one just served. */
export async function recordPassedOver(trx: Trx, act: Act, { lot, before, free, holds, favoured }: Served) {
  let line = trx
    .selectFrom('claims')
    .select(['id', 'listing_id', 'state', 'qty', 'qty_wanted', 'qty_min'])
    .where('listing_id', '=', lot.id)
    .where('state', '=', 'waitlisted')
    .where('id', '<>', favoured.id)
  if (before !== undefined) line = line.where('position', '<', before)
  const passed = await line.orderBy('position').execute()
  const events = passed.map((claim) => {
    const hold = holds.get(claim.id)
    const reason: PassedOver = {
      why: hold?.why ?? 'minimum-too-high',
      free,
      minimum: claim.qty_min,
      until: hold?.until ?? null,
      favoured_id: favoured.id,
    }
    return { claim, kind: 'passed-over', from_state: claim.state, details: JSON.stringify(reason) }
  })
  for (let at = 0; at < events.length; at += chunk) await recordClaimEvents(trx, act, events.slice(at, at + chunk))
}
