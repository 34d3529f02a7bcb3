import type { Trx } from '#db/database.ts'
import type { PickupRow, PickupState } from '#db/schema/pickups.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { giveBackPlace } from './give-back-place.server.ts'

type Move = {
  id: string
  from: readonly PickupState[]
  to: PickupState
  kind: string
  details?: string
  set?: Partial<PickupRow>
}

/** The one way a pickup changes state. Undefined if somebody moved it first. */
export async function movePickup(trx: Trx, act: Act, { id, from, to, kind, details = '', set = {} }: Move) {
  const before = await trx
    .selectFrom('pickups')
    .select('state')
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (!before) return undefined
  const ended = to === 'completed' || to === 'cancelled' || to === 'failed' ? { ended_at: act.at } : {}
  const moved = await trx
    .updateTable('pickups')
    .set({ state: to, ...ended, ...set })
    .where('id', '=', id)
    .where('state', '=', before.state)
    .returningAll()
    .executeTakeFirst()
  if (moved && to === 'cancelled') await giveBackPlace(trx, act, { pickup_id: id }, details)
  if (moved) await recordPickupEvent(trx, act, moved, { kind, from_state: before.state, details })
  return moved
}

export async function recordPickupEvent(
  trx: Trx,
  act: Act,
  pickup: PickupRow,
  event: { kind: string; from_state: PickupState | null; details: string },
) {
  const by_id = act.via === 'job' ? null : act.by.id
  const { kind, from_state, details } = event
  await trx
    .insertInto('pickup_events')
    .values({
      id: newId(),
      pickup_id: pickup.id,
      kind,
      from_state,
      to_state: pickup.state,
      by_id,
      via: act.via,
      at: act.at,
      details,
    })
    .execute()
}

/** The claims a pickup serves. */
export async function claimsOf(trx: Trx, pickupId: string) {
  const rows = await trx.selectFrom('pickup_claims').select('claim_id').where('pickup_id', '=', pickupId).execute()
  return rows.map((row) => row.claim_id)
}
