import type { Trx } from '#db/database.ts'
import type { ClaimRow, ClaimState } from '#db/schema/claims.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { isOpen } from './claim.ts'

type Move = {
  id: string
  from: readonly ClaimState[]
  to: ClaimState
  kind: string
  details?: string
  set?: Partial<ClaimRow>
}

/** The one way a claim changes state: a guarded update and its event. Undefined if somebody moved it first. */
export async function moveClaim(
  trx: Trx,
  act: Act,
  { id, from, to, kind, details = '', set = {} }: Move,
): Promise<ClaimRow | undefined> {
  const before = await trx
    .selectFrom('claims')
    .select('state')
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (!before) return undefined
  const ended = isOpen(to) ? {} : { ended_at: act.at }
  const moved = await trx
    .updateTable('claims')
    .set({ state: to, is_open: isOpen(to) ? 1 : 0, ...ended, ...set })
    .where('id', '=', id)
    .where('state', '=', before.state)
    .returningAll()
    .executeTakeFirst()
  if (moved) await recordClaimEvent(trx, act, moved, { kind, from_state: before.state, details })
  return moved
}

export async function recordClaimEvent(
  trx: Trx,
  act: Act,
  claim: ClaimRow,
  event: { kind: string; from_state: ClaimState | null; details?: string },
) {
  await trx
    .insertInto('claim_events')
    .values({
      id: newId(),
      claim_id: claim.id,
      listing_id: claim.listing_id,
      kind: event.kind,
      from_state: event.from_state,
      to_state: claim.state,
      quantity: claim.qty || claim.qty_wanted,
      by_id: act.via === 'job' ? null : act.by.id,
      via: act.via,
      at: act.at,
      details: event.details ?? '',
    })
    .execute()
}
