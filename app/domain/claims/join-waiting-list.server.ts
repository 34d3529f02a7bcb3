import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { claimDetails } from './find-claim.server.ts'
import { moveClaim, recordClaimEvents } from './move-claim.server.ts'

/** Puts a claim in its lot's line: at `position`, or at the end. `why` says what holds it back, where something does. */
export async function joinWaitingList(
  trx: Trx,
  act: Act,
  lot: ListingRow,
  claim: ClaimRow,
  { position, why = '' }: { position?: number; why?: string } = {},
) {
  const place = position ?? (await endOfLine(trx, lot.id))
  const waiting = await moveClaim(trx, act, {
    id: claim.id,
    from: ['requested'],
    to: 'waitlisted',
    kind: 'waitlisted',
    details: why,
    set: { position: place },
  })
  if (!waiting) throw new Error(`claim ${claim.id} was answered while its lot was locked`)
  const told = { member_id: claim.claimant_id, kind: 'claim-waitlisted', subject: 'claim' } as const
  const details = { ...claimDetails({ ...claim, title: lot.title, unit: lot.unit }), position: place }
  await notify(trx, act, { ...told, subject_id: claim.id, event_key: `claim-waitlisted:${claim.id}`, details })
  return waiting
}

/**
 * A claim was given less than it wants: the rest waits in the line as a claim of its own, at `position` or at the end. A
 * minimum holds for the rest too, as far as the rest goes. Whoever already waits for a rest waits for one only.
 */
export async function waitForRest(trx: Trx, act: Act, parent: ClaimRow, position?: number) {
  const rest = parent.qty_wanted - parent.qty
  if (rest < 1 || parent.parent_id !== null) return undefined
  const child = await trx
    .insertInto('claims')
    .values({
      ...parent,
      id: newId(),
      parent_id: parent.id,
      state: 'waitlisted',
      qty_wanted: rest,
      qty_min: Math.min(parent.qty_min, rest),
      qty: 0,
      position: position ?? (await endOfLine(trx, parent.listing_id)),
      requested_at: act.at,
      offered_at: null,
      offer_expires_at: null,
      confirmed_at: null,
      schedule_by: null,
      draw_word: '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (child) await recordClaimEvents(trx, act, [{ claim: child, kind: 'rest-waiting', from_state: null }])
  return child
}

async function endOfLine(trx: Trx, listingId: string) {
  const last = await trx
    .selectFrom('claims')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waitlisted')
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}
