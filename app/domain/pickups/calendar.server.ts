import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Db } from '#db/database.ts'
import type { PickupRow } from '#db/schema/pickups.ts'
import { doorOfClaim } from '../claims/door.read.server.ts'

const words = {
  it: { pickup: 'Ritiro', from: 'Su Rimessa:' },
  en: { pickup: 'Pickup', from: 'On Rimessa:' },
} as const

/** The pickup as a calendar file for one of its people, in their language, with the address they may see. */
export async function calendarOf(db: Db, pickup: PickupRow, memberId: string) {
  const member = await db.selectFrom('members').select('locale').where('id', '=', memberId).executeTakeFirstOrThrow()
  const lots = await db
    .selectFrom('pickup_claims')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select(['listings.title', 'claims.id'])
    .where('pickup_claims.pickup_id', '=', pickup.id)
    .execute()
  const first = lots[0]
  const door = first && (await doorOfClaim(db, { id: memberId, is_admin: false, coordinates: [] }, first.id))
  const called = words[member.locale]
  const off = pickup.state === 'cancelled' || pickup.state === 'failed'
  // No time zone here: with one, ical-generator writes the machine's local time under that label.
  const calendar = ical({ name: 'Rimessa', method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST })
  calendar.createEvent({
    id: pickup.calendar_uid,
    sequence: off ? pickup.calendar_sequence + 1 : pickup.calendar_sequence,
    start: new Date(pickup.starts_at),
    end: new Date(pickup.ends_at),
    stamp: new Date(pickup.confirmed_at ?? pickup.proposed_at),
    summary: `${called.pickup}: ${lots.map((lot) => lot.title).join(', ')}`,
    location: door ? `${door.street}, ${door.municipality}` : null,
    description: `${called.from} ${process.env['ORIGIN'] ?? 'http://localhost:3000'}/pickups/${pickup.id}`,
    status: off
      ? ICalEventStatus.CANCELLED
      : pickup.state === 'proposed'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
