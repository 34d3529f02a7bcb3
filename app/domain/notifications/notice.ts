import type { NoticeRow } from '#db/schema/notifications.ts'

export const noticeKinds = [
  'claim-requested',
  'claim-offered',
  'claim-confirmed',
  'claim-declined',
  'claim-cancelled',
  'claim-waitlisted',
  'claim-superseded',
  'claim-lapsed',
  'pickup-proposed',
  'pickup-confirmed',
  'pickup-moved',
  'pickup-cancelled',
  'handover-recorded',
  'handover-confirmed',
  'handover-objected',
  'listing-in-review',
  'listing-published',
  'listing-refused',
  'listing-expiring',
  'listing-closed',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

const rooms = {
  listing: 'listings',
  claim: 'claims',
  pickup: 'pickups',
  handover: 'handovers',
  member: 'members',
} as const

/** The page where whoever reads the notice can do something about it. */
export function pathOf({ subject, subject_id }: Pick<NoticeRow, 'subject' | 'subject_id'>) {
  return `/${rooms[subject]}/${subject_id}`
}
