import type { Kysely, Transaction } from 'kysely'
import type { ClaimEventRow, ClaimRow, HandoverCodeRow } from './schema/claims.ts'
import type { HandoverRow, LedgerHeadRow, LedgerPartyRow, MassLedgerRow, WeighRecordRow } from './schema/handovers.ts'
import type { HubCoordinatorRow, HubRow } from './schema/hubs.ts'
import type { ListingEventRow, ListingRow, PhotoRow } from './schema/listings.ts'
import type { HeartbeatRow, MailRow, NoticeRow } from './schema/notifications.ts'
import type { MemberLinkRow, MemberRow, MembershipRow, OrganisationRow, SessionRow } from './schema/people.ts'
import type { PickupClaimRow, PickupEventRow, PickupRow } from './schema/pickups.ts'
import type { PlaceDoorRow, PlaceRow } from './schema/places.ts'

export type Database = {
  members: MemberRow
  sessions: SessionRow
  member_links: MemberLinkRow
  organisations: OrganisationRow
  memberships: MembershipRow
  places: PlaceRow
  place_doors: PlaceDoorRow
  notices: NoticeRow
  mails: MailRow
  heartbeats: HeartbeatRow
  hubs: HubRow
  hub_coordinators: HubCoordinatorRow
  listings: ListingRow
  photos: PhotoRow
  listing_events: ListingEventRow
  claims: ClaimRow
  claim_events: ClaimEventRow
  handover_codes: HandoverCodeRow
  pickups: PickupRow
  pickup_claims: PickupClaimRow
  pickup_events: PickupEventRow
  handovers: HandoverRow
  weigh_records: WeighRecordRow
  mass_ledger: MassLedgerRow
  ledger_head: LedgerHeadRow
  ledger_parties: LedgerPartyRow
}

/** Enough to read. A transaction will do as well. */
export type Db = Kysely<Database>

/** Needed to write. A plain connection will not do, and the compiler says so. */
export type Trx = Transaction<Database>
