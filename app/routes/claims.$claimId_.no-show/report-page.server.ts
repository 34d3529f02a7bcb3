import { shortName } from '#app/domain/discovery/lot.ts'
import { pickupToReport } from '#app/domain/pickups/pickup-to-report.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'

/** The pickup in question and what would follow, by who was missing; undefined to strangers. */
export async function reportPage({ db, member, now }: MemberVisit, claimId: string) {
  const seen = await pickupToReport(db, member, claimId)
  if (!seen) return undefined
  const { claim, pickup, lots, may, names } = seen
  const isOver = pickup.ends_at <= now && (pickup.state === 'confirmed' || pickup.state === 'in_progress')
  return {
    isOver,
    may,
    lots,
    claim: { id: claim.id, title: claim.title, unit: claim.unit, qty: claim.qty },
    starts_at: pickup.starts_at,
    donor: names.giving_name ?? shortName(names.donor_name),
    claimant: names.taking_name ?? shortName(names.claimant_name),
  }
}

export type ReportPage = NonNullable<Awaited<ReturnType<typeof reportPage>>>
