import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { claimDetails, findClaim } from '../claims/find-claim.server.ts'
import { later } from '../instant.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { findHandover } from './find-handover.server.ts'
import { otherSide } from './handover.ts'

/** A day before silence counts, who has not answered is told once more. */
export async function remindOfHandover(trx: Trx, act: Act, handoverId: string) {
  const handover = await findHandover(trx, handoverId)
  const claim = handover && (await findClaim(trx, handover.claim_id))
  if (!handover || !claim) return refused('no-such-handover')
  const { state, object_by, quantity } = handover
  if (state !== 'recorded' || object_by === null || object_by <= act.at) return refused('already-answered')
  if (act.at < later(object_by, { days: -1 })) return refused('too-early')
  const member_id = handover[`${otherSide[handover.recorded_side]}_id`]
  const details = { ...claimDetails(claim), quantity, claim_id: claim.id, object_by }
  const told = { kind: 'handover-reminded', subject: 'handover', subject_id: handoverId, details } as const
  await notify(trx, act, { ...told, member_id, event_key: `handover-reminded:${handoverId}:${object_by}` })
  return { handover }
}
