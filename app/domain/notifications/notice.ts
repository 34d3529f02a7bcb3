import type { NoticeRow } from '#db/schema/notifications.ts'
import type { Topic } from './topic.ts'

type Manner = {
  topic: Topic
  /** Too late after a night's sleep: it leaves in quiet hours too. */
  wakes?: true
  /** While one about the same thing lies unread, another stays in the app. */
  onceUntilRead?: true
  /** Nobody has to do anything about it: the digest is soon enough whatever times it names. */
  keeps?: true
}

/**
 * Every kind of notice. A new one is a line here and, in both languages, `notices.kinds.<kind>` and
 * `mail.<kind>.{subject,action}`: without them nothing compiles.
 */
const manners = {
  'claim-requested': { topic: 'claims' },
  'claim-joined': { topic: 'claims', keeps: true },
  'claim-offered': { topic: 'turn' },
  'claim-reminded': { topic: 'turn' },
  'claim-confirmed': { topic: 'turn' },
  'claim-declined': { topic: 'claims' },
  'claim-cancelled': { topic: 'claims' },
  'claim-waitlisted': { topic: 'claims' },
  'claim-superseded': { topic: 'claims' },
  'claim-rest-ended': { topic: 'claims' },
  'claim-lapsed': { topic: 'turn' },
  'claim-no-show': { topic: 'turn' },
  'pickup-proposed': { topic: 'pickups' },
  'pickup-confirmed': { topic: 'pickups' },
  'pickup-moved': { topic: 'pickups', wakes: true },
  'pickup-cancelled': { topic: 'pickups', wakes: true },
  'pickup-failed': { topic: 'pickups' },
  'pickup-reminder': { topic: 'pickups', wakes: true },
  'drop-off-booked': { topic: 'pickups' },
  'drop-off-cancelled': { topic: 'pickups', wakes: true },
  'drop-off-reminder': { topic: 'pickups', wakes: true },
  'collection-planned': { topic: 'pickups' },
  'collection-moved': { topic: 'pickups', wakes: true },
  'collection-skipped': { topic: 'pickups', wakes: true },
  'collection-ended': { topic: 'pickups' },
  'collection-timed': { topic: 'pickups' },
  'collection-missed': { topic: 'pickups' },
  'no-show-reported': { topic: 'turn' },
  'no-show-recorded': { topic: 'pickups' },
  'no-show-contested': { topic: 'turn' },
  'no-show-stands': { topic: 'pickups' },
  'no-show-struck': { topic: 'pickups' },
  'handover-recorded': { topic: 'turn' },
  'handover-reminded': { topic: 'turn' },
  'handover-confirmed': { topic: 'handovers' },
  'handover-settled': { topic: 'handovers' },
  'handover-objected': { topic: 'turn' },
  'thanks-received': { topic: 'thanks' },
  'message-received': { topic: 'messages', onceUntilRead: true },
  'listing-in-review': { topic: 'listings' },
  'listing-published': { topic: 'listings' },
  'listing-refused': { topic: 'listings' },
  'listing-expiring': { topic: 'turn' },
  'listing-closed': { topic: 'listings' },
  'window-closed': { topic: 'listings' },
  'units-free': { topic: 'turn' },
  'match-found': { topic: 'matches' },
  'match-seekers': { topic: 'matches' },
  'match-invited': { topic: 'turn' },
  'wanted-answered': { topic: 'matches' },
  'search-answered': { topic: 'searches' },
  'wanted-expiring': { topic: 'listings' },
  'wanted-closed': { topic: 'listings' },
} as const satisfies Record<string, Manner>

export type NoticeKind = keyof typeof manners

export const noticeKinds = Object.keys(manners) as NoticeKind[]

/** The topic of a kind, and what is special about how it is told. */
export function mannerOf(kind: NoticeKind): Manner {
  return manners[kind]
}

const rooms = {
  listing: 'listings',
  wanted: 'wanted',
  match: 'matches',
  claim: 'claims',
  pickup: 'pickups',
  booking: 'bookings',
  collection: 'collections',
  handover: 'handovers',
  member: 'members',
} as const

/** The page where whoever reads the notice can do something about it. */
export function pathOf({ kind, subject, subject_id }: Pick<NoticeRow, 'subject' | 'subject_id'> & { kind?: string }) {
  return `/${rooms[subject]}/${subject_id}${kind === 'message-received' ? '/messages#latest' : ''}`
}
