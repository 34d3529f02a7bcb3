import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { claimDetails, findClaim } from '../claims/find-claim.server.ts'
import { newId } from '../id.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { findHandover } from './find-handover.server.ts'
import { thankedBy } from './thanks.ts'

/** After a confirmed handover each of the two who met may leave the other a note, once. Public with a first name. */
export async function thank(trx: Trx, act: Act, handoverId: string, text: string) {
  const handover = await findHandover(trx, handoverId)
  const claim = handover && (await findClaim(trx, handover.claim_id))
  if (!handover || !claim) return refused('no-such-handover')
  const to_id = thankedBy(act.by.id, handover)
  if (to_id === undefined) return refused(handover.state === 'confirmed' ? 'not-yours' : 'not-confirmed')
  if (await hasLeft(trx, to_id)) return refused('member-left')

  const written = await trx
    .insertInto('thanks')
    .values({ id: newId(), handover_id: handoverId, from_id: act.by.id, to_id, text, written_at: act.at })
    .onConflict((conflict) => conflict.columns(['handover_id', 'from_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!written) return refused('already-thanked')
  const details = { ...claimDetails(claim), quantity: handover.quantity }
  const told = { kind: 'thanks-received', subject: 'handover', subject_id: handoverId, details } as const
  await notify(trx, act, { ...told, member_id: to_id, event_key: `thanks-received:${handoverId}` })
  return { thanks: written }
}

async function hasLeft(trx: Trx, memberId: string) {
  const member = await trx.selectFrom('members').select('erased_at').where('id', '=', memberId).executeTakeFirst()
  return member?.erased_at != null
}
