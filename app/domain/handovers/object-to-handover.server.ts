import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { claimDetails, findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { findHandover } from './find-handover.server.ts'
import { isOtherSide, mayAnswer } from './handover.ts'

/**
 * The other side says it is not so, and why. Nothing is posted and the claim stays as it was: the handover can be written
 * down again, and the coordinators know.
 */
export async function objectToHandover(trx: Trx, act: Act, handoverId: string, reason: string) {
  const handover = await findHandover(trx, handoverId)
  const claim = handover && (await findClaim(trx, handover.claim_id))
  if (!handover || !claim) return refused('no-such-handover')
  const sides = await sidesOf(trx, act.by, claim)
  if (!isOtherSide(sides, handover)) return refused('not-yours')
  if (!mayAnswer(act.by, sides, handover)) return refused('both-sides')

  const objected = await trx
    .updateTable('handovers')
    .set({ state: 'objected', objection: reason })
    .where('id', '=', handoverId)
    .where('state', '=', 'recorded')
    .returningAll()
    .executeTakeFirst()
  if (!objected) return refused('already-answered')
  const details = { ...claimDetails(claim), quantity: objected.quantity, claim_id: claim.id, reason }
  const told = { kind: 'handover-objected', subject: 'handover', subject_id: handoverId, details } as const
  for (const member_id of new Set([
    handover[`${handover.recorded_side}_id`],
    handover.recorded_by,
    ...(await coordinatorsOf(trx, claim.hub_id)),
  ])) {
    await notify(trx, act, { ...told, member_id, event_key: `handover-objected:${handoverId}:${act.at}` })
  }
  return { handover: objected }
}

async function coordinatorsOf(trx: Trx, hubId: string | null) {
  const coordinators = trx.selectFrom('hub_coordinators').select('member_id').distinct()
  const rows = await (hubId === null ? coordinators : coordinators.where('hub_id', '=', hubId)).execute()
  return rows.map((row) => row.member_id)
}
