import type { Act } from '#app/domain/act.ts'
import { closeWindow } from '#app/domain/claims/close-window.server.ts'
import { lapseClaim } from '#app/domain/claims/lapse-claims.server.ts'
import { remindOffer } from '#app/domain/claims/remind-offer.server.ts'
import { openToAll, rescueLot } from '#app/domain/claims/rescue-lot.server.ts'
import type { ClockKind } from '#app/domain/clocks/clock.ts'
import { matchListing } from '#app/domain/discovery/match-listing.server.ts'
import { confirmBySilence } from '#app/domain/handovers/confirm-by-silence.server.ts'
import { remindOfHandover } from '#app/domain/handovers/remind-of-handover.server.ts'
import { askWanted } from '#app/domain/listings/ask-wanted.server.ts'
import { warnOfExpiry } from '#app/domain/listings/warn-of-expiry.server.ts'
import { sendDigest } from '#app/domain/notifications/send-digest.server.ts'
import { expireInTime } from '#app/domain/pickups/expire-in-time.server.ts'
import { lapseUnscheduled } from '#app/domain/pickups/lapse-unscheduled.server.ts'
import { remindOfBooking } from '#app/domain/pickups/remind-of-booking.server.ts'
import { remindOfPickup } from '#app/domain/pickups/remind-of-pickup.server.ts'
import { settleNoShow } from '#app/domain/pickups/settle-no-show.server.ts'
import type { Trx } from '#db/database.ts'

type Handler = (trx: Trx, act: Act, subject_id: string) => Promise<unknown>

/**
 * Which command answers which clock, in the transaction that marks the clock done: effect and mark are one commit. A
 * refusal means that the clock is no longer true, and that is that.
 */
export const clockHandlers: Record<ClockKind, Handler> = {
  'close-window': closeWindow,
  'open-to-all': openToAll,
  'lapse-offer': lapseClaim,
  'remind-offer': remindOffer,
  'lapse-unscheduled': lapseUnscheduled,
  'rescue-listing': rescueLot,
  'remind-pickup': remindOfPickup,
  'remind-booking': remindOfBooking,
  'warn-listing': warnOfExpiry,
  'expire-listing': expireInTime,
  'settle-no-show': settleNoShow,
  'remind-handover': remindOfHandover,
  'settle-handover': confirmBySilence,
  'send-digest': sendDigest,
  'match-listing': matchListing,
  'ask-wanted': askWanted,
}
