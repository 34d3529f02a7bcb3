import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { refused } from '../refusal.ts'
import { settle } from './confirm-handover.server.ts'
import { findHandover } from './find-handover.server.ts'
import { otherSide, signatureOf } from './handover.ts'

/**
 * The other side was told and has said nothing for 72 hours: what one side proved stands, in the name of nobody. An answer
 * given in time, or a record written anew, has a clock of its own or none.
 */
export async function confirmBySilence(trx: Trx, act: Act, handoverId: string) {
  const handover = await findHandover(trx, handoverId)
  const claim = handover && (await findClaim(trx, handover.claim_id))
  if (!handover || !claim) return refused('no-such-handover')
  const silent_side = otherSide[handover.recorded_side]
  const confirmed = await trx
    .updateTable('handovers')
    .set({ state: 'confirmed', ...signatureOf(handover, act.at), silent_side })
    .where('id', '=', handoverId)
    .where('state', '=', 'recorded')
    .where('object_by', '<=', act.at)
    .where('recorded_at', '=', handover.recorded_at)
    .returningAll()
    .executeTakeFirst()
  if (!confirmed) return refused('already-answered')
  // What the clock writes about goods needs a person: the one who handled them.
  const asRecorder = { ...act, by: { ...act.by, id: handover.recorded_by } }
  return settle(trx, asRecorder, confirmed, claim)
}
