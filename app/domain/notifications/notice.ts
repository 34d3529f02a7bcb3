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
