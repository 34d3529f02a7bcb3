import type { Kysely, Transaction } from 'kysely'
import type { ClaimEventRow, ClaimRow, DrawEntryRow, HandoverCodeRow } from './schema/claims.ts'
import type { ClockRow } from './schema/clocks.ts'
import type {
  LotCardRow,
  LotCountRow,
  LotIndexRow,
  LotMarkRow,
  LotMaterialRow,
  LotMaterialWordRow,
  LotSizeRow,
  LotTileRow,
  LotWordRow,
  MatchRow,
  SavedSearchRow,
  SearchAnchorRow,
  SearchAnswerRow,
} from './schema/discovery.ts'
import type {
  HandoverRow,
  HandoverSendingRow,
  LedgerHeadRow,
  LedgerPartyRow,
  MassLedgerRow,
  StockCodeRow,
  StockCountLineRow,
  StockCountRow,
  StockLotRow,
  StockMoveRow,
  StockOfferRow,
  ThanksRow,
  WeighRecordRow,
} from './schema/handovers.ts'
import type {
  BayRow,
  HubClosureRow,
  HubCoordinatorRow,
  HubHoursRow,
  HubMaterialRow,
  HubRow,
  VehicleRow,
} from './schema/hubs.ts'
import type { DrawRow, ListingEventRow, ListingRow, PhotoRow } from './schema/listings.ts'
import type { MessagePhotoRow, MessageReadRow, MessageRow } from './schema/messages.ts'
import type {
  HeartbeatRow,
  InstanceKeyRow,
  MailRow,
  NoticeChoiceRow,
  NoticeRow,
  NoticeSettingsRow,
  PushRow,
  PushSubscriptionRow,
} from './schema/notifications.ts'
import type { MemberLinkRow, MemberRow, MembershipRow, OrganisationRow, SessionRow } from './schema/people.ts'
import type {
  AvailabilityDayRow,
  AvailabilityHoursRow,
  CalendarFeedRow,
  CollectionChangeRow,
  CollectionLotRow,
  CollectionRow,
  NoShowRow,
  PickupClaimRow,
  PickupEventRow,
  PickupRow,
  SlotBookingRow,
  SlotRow,
  SlotSeriesRow,
} from './schema/pickups.ts'
import type { GeocodedPlaceRow, GeocoderTurnRow, PlaceDoorRow, PlaceRow } from './schema/places.ts'
import type { RoundLoadRow, RoundMoveRow, RoundRow, RoundStopRow } from './schema/rounds.ts'

export type Database = {
  clocks: ClockRow
  members: MemberRow
  sessions: SessionRow
  member_links: MemberLinkRow
  organisations: OrganisationRow
  memberships: MembershipRow
  places: PlaceRow
  place_doors: PlaceDoorRow
  geocoded_places: GeocodedPlaceRow
  geocoder_turns: GeocoderTurnRow
  notices: NoticeRow
  mails: MailRow
  heartbeats: HeartbeatRow
  notice_settings: NoticeSettingsRow
  notice_choices: NoticeChoiceRow
  push_subscriptions: PushSubscriptionRow
  pushes: PushRow
  instance_keys: InstanceKeyRow
  hubs: HubRow
  hub_coordinators: HubCoordinatorRow
  hub_materials: HubMaterialRow
  hub_hours: HubHoursRow
  hub_closures: HubClosureRow
  vehicles: VehicleRow
  bays: BayRow
  listings: ListingRow
  photos: PhotoRow
  listing_events: ListingEventRow
  draws: DrawRow
  claims: ClaimRow
  claim_events: ClaimEventRow
  handover_codes: HandoverCodeRow
  draw_entries: DrawEntryRow
  pickups: PickupRow
  pickup_claims: PickupClaimRow
  pickup_events: PickupEventRow
  no_shows: NoShowRow
  slot_series: SlotSeriesRow
  slots: SlotRow
  slot_bookings: SlotBookingRow
  availability_hours: AvailabilityHoursRow
  availability_days: AvailabilityDayRow
  collections: CollectionRow
  collection_changes: CollectionChangeRow
  collection_lots: CollectionLotRow
  calendar_feeds: CalendarFeedRow
  rounds: RoundRow
  round_stops: RoundStopRow
  round_loads: RoundLoadRow
  round_moves: RoundMoveRow
  handovers: HandoverRow
  handover_sendings: HandoverSendingRow
  weigh_records: WeighRecordRow
  mass_ledger: MassLedgerRow
  ledger_head: LedgerHeadRow
  ledger_parties: LedgerPartyRow
  thanks: ThanksRow
  stock_lots: StockLotRow
  stock_moves: StockMoveRow
  stock_offers: StockOfferRow
  stock_codes: StockCodeRow
  stock_counts: StockCountRow
  stock_count_lines: StockCountLineRow
  matches: MatchRow
  lot_index: LotIndexRow
  lot_cards: LotCardRow
  lot_materials: LotMaterialRow
  lot_material_words: LotMaterialWordRow
  lot_tiles: LotTileRow
  lot_counts: LotCountRow
  lot_sizes: LotSizeRow
  lot_words: LotWordRow
  saved_searches: SavedSearchRow
  search_anchors: SearchAnchorRow
  search_answers: SearchAnswerRow
  lot_marks: LotMarkRow
  messages: MessageRow
  message_photos: MessagePhotoRow
  message_reads: MessageReadRow
}

/** Enough to read. A transaction will do as well. */
export type Db = Kysely<Database>

/** Needed to write. A plain connection will not do, and the compiler says so. */
export type Trx = Transaction<Database>
