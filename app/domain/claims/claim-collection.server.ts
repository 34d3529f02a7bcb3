import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { makeHandoverCode } from './handover-code.server.ts'
import { recordClaimEvents } from './move-claim.server.ts'

type Load = Pick<ListingRow, 'id' | 'total' | 'available_from'>

/** A hub's own claim on the load of a collection: agreed long ago, so scheduled from the start. The lot holds it already. */
export async function claimCollection(trx: Trx, act: Act, lot: Load, hubId: string) {
  const quantities = { qty_wanted: lot.total, qty_min: lot.total, qty: lot.total, qty_done: 0 }
  const claim = await trx
    .insertInto('claims')
    .values({
      ...agreed,
      ...quantities,
      ...{ id: newId(), listing_id: lot.id, claimant_id: act.by.id, party_key: hubId, hub_id: hubId },
      ...{ requested_at: act.at, offered_at: act.at, confirmed_at: act.at },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordClaimEvents(trx, act, [{ claim, kind: 'scheduled', from_state: null, details: lot.available_from ?? '' }])
  await makeHandoverCode(trx, act, claim.id)
  return claim
}

const agreed = {
  state: 'scheduled',
  is_open: 1,
  parent_id: null,
  organisation_id: null,
  days: '',
  transport: 'van',
  purpose: '',
  draw_word: '',
  rank_reasons: '',
  is_replaced: 0,
} as const
