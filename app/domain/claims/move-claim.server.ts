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
  /** What the event is about, in base units, when it is not what the claim holds or wants. */
  quantity?: number
  set?: Partial<ClaimRow>
}

/** The one way a claim changes state: a guarded update and its event. Undefined if somebody moved it first. */
export async function moveClaim(
  trx: Trx,
  act: Act,
  { id, from, to, kind, details = '', quantity, set = {} }: Move,
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
  if (!moved) return undefined
  const event = { kind, from_state: before.state, details, quantity: quantity ?? (moved.qty || moved.qty_wanted) }
  await recordClaimEvents(trx, act, [{ ...event, claim: moved }])
  return moved
}

export type ClaimEvent = {
  claim: Pick<ClaimRow, 'id' | 'listing_id' | 'state' | 'qty' | 'qty_wanted'>
  kind: string
  from_state: ClaimState | null
  details?: string
  quantity?: number
}

/** Every change of a claim leaves one line, in its own transaction. What a job does by the clock nobody did. */
export async function recordClaimEvents(trx: Trx, act: Act, events: readonly ClaimEvent[]) {
  if (events.length === 0) return
  const who = { by_id: act.via === 'job' ? null : act.by.id, via: act.via, at: act.at }
  await trx
    .insertInto('claim_events')
    .values(
      events.map(({ claim, kind, from_state, details = '', quantity }) => ({
        id: newId(),
        claim_id: claim.id,
        listing_id: claim.listing_id,
        kind,
        from_state,
        to_state: claim.state,
        quantity: quantity ?? (claim.qty || claim.qty_wanted),
        ...who,
        details,
      })),
    )
    .execute()
}
