import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { urgency } from '../listings/listing.ts'
import { findClaim } from './find-claim.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { scheduleBy } from './offer-clock.ts'

/** A pickup is agreed for `starts_at`: the time to agree on one stops running. */
export function scheduleClaim(trx: Trx, act: Act, claimId: string, starts_at: string) {
  const to = { from: ['confirmed'], to: 'scheduled', kind: 'scheduled' } as const
  return moveClaim(trx, act, { id: claimId, ...to, details: starts_at, set: { schedule_by: null } })
}

/** Its pickup is off, agreed or only proposed, and the claim stands: the time to agree on another begins again. */
export async function unscheduleClaim(trx: Trx, act: Act, claimId: string, reason: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return
  const schedule_by = scheduleBy(act.at, urgency(claim.must_go_by, act.at))
  const back = { from: ['scheduled'], to: 'confirmed', kind: 'unscheduled' } as const
  const unscheduled = await moveClaim(trx, act, { id: claimId, ...back, details: reason, set: { schedule_by } })
  if (!unscheduled && !(await postpone(trx, claimId, schedule_by))) return
  await setClock(trx, act, 'lapse-unscheduled', claimId, schedule_by)
}

function postpone(trx: Trx, claimId: string, schedule_by: string) {
  return trx
    .updateTable('claims')
    .set({ schedule_by })
    .where('id', '=', claimId)
    .where('state', '=', 'confirmed')
    .returning('id')
    .executeTakeFirst()
}
