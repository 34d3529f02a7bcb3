import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { claimDetails } from '../claims/find-claim.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { judgesOf } from './no-show-judges.server.ts'
import { findNoShow } from './no-shows.read.server.ts'

/**
 * Whoever is said not to have come tells it their way, within seven days and once. Until a coordinator decides it does
 * not count (invariant 20). Those who may decide are told, and whoever reported it.
 */
export async function contestNoShow(trx: Trx, act: Act, noShowId: string, text: string) {
  const found = await findNoShow(trx, act.by, noShowId)
  if (!found) return refused('no-such-no-show')
  const { noShow, claim, sides } = found
  if (!sides[noShow.absent]) return refused('not-yours')
  if (noShow.contested_at !== null) return refused('already-contested')
  if (act.at >= noShow.contest_by || noShow.decision !== null) return refused('too-late')

  const contested = await trx
    .updateTable('no_shows')
    .set({ contested_at: act.at, contest_note: text })
    .where('id', '=', noShowId)
    .where('contested_at', 'is', null)
    .where('decision', 'is', null)
    .where('contest_by', '>', act.at)
    .returningAll()
    .executeTakeFirst()
  if (!contested) return refused('already-contested')
  const details = { ...claimDetails(claim), starts_at: noShow.starts_at }
  const told = { kind: 'no-show-contested', subject: 'claim', subject_id: claim.id, details } as const
  for (const member_id of new Set([noShow.reported_by, ...(await judgesOf(trx, noShow, claim))])) {
    await notify(trx, act, { ...told, member_id, event_key: `no-show-contested:${noShowId}` })
  }
  return { no_show: contested, claim_id: claim.id }
}
