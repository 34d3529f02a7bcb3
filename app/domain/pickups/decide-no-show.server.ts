import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { claimDetails } from '../claims/find-claim.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { mayDecide } from './no-show.ts'
import type { NoShowDecisionAsk } from './no-show-ask.ts'
import { findNoShow } from './no-shows.read.server.ts'

/**
 * A coordinator who was no part of it decides whether a contested no-show stands or is struck, and says why. What became
 * of the claim stays as it is: a struck one only stops counting.
 */
export async function decideNoShow(trx: Trx, act: Act, noShowId: string, { decision, note }: NoShowDecisionAsk) {
  const found = await findNoShow(trx, act.by, noShowId)
  if (!found) return refused('no-such-no-show')
  const { noShow, claim, sides } = found
  if (!mayDecide(act.by.id, sides, noShow)) return refused('not-yours')
  if (noShow.decision !== null) return refused('already-decided')

  const decided = await trx
    .updateTable('no_shows')
    .set({ decision, decision_note: note, decided_at: act.at, decided_by: act.by.id })
    .where('id', '=', noShowId)
    .where('contested_at', 'is not', null)
    .where('decision', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!decided) return refused('not-contested')
  const details = { ...claimDetails(claim), starts_at: noShow.starts_at }
  const kind = decision === 'stands' ? 'no-show-stands' : 'no-show-struck'
  const told = {
    kind,
    subject: 'claim',
    subject_id: claim.id,
    details,
    event_key: `no-show-decided:${noShowId}`,
  } as const
  for (const member_id of new Set([noShow.donor_id, noShow.claimant_id, noShow.reported_by])) {
    await notify(trx, act, { ...told, member_id })
  }
  return { no_show: decided, claim_id: claim.id }
}
