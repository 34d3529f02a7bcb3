import type { Trx } from '#db/database.ts'
import type { PickupRow } from '#db/schema/pickups.ts'
import type { Act } from '../act.ts'
import { claimDetails, findClaim } from '../claims/find-claim.server.ts'
import type { NoticeKind } from '../notifications/notice.ts'
import { notify } from '../notifications/notify.server.ts'
import { calendarOf } from './calendar.server.ts'

/** `moment` sets apart two notices of one kind about one pickup. */
type News = { kind: NoticeKind; claims: readonly string[]; moment?: string; reason?: string }

/** Tells the donor and the claimant of a pickup, but for whoever did it; both get the calendar file once it is agreed. */
export async function tellOthers(trx: Trx, act: Act, pickup: PickupRow, { kind, claims, moment, reason = '' }: News) {
  const first = claims[0] === undefined ? undefined : await findClaim(trx, claims[0])
  if (!first) return
  const details = {
    ...claimDetails(first),
    lots: claims.length,
    starts_at: pickup.starts_at,
    ends_at: pickup.ends_at,
    claim_id: first.id,
    reason,
  }
  const agreed = kind === 'pickup-confirmed'
  const event_key = [kind, pickup.id, moment].filter(Boolean).join(':')
  const told = { kind, subject: 'pickup', subject_id: pickup.id, details, event_key } as const
  for (const member_id of new Set([pickup.donor_id, pickup.claimant_id])) {
    if (member_id === act.by.id && !agreed) continue
    const attachment =
      agreed || kind === 'pickup-cancelled' ? { attachment: await calendarOf(trx, pickup, member_id) } : {}
    await notify(trx, act, { ...told, member_id, ...attachment })
  }
}
