import type { Db } from '#db/database.ts'
import type { PickupRow } from '#db/schema/pickups.ts'
import { doorOfClaim } from '../claims/door.read.server.ts'
import { calendarText, calendarWords, lineOfPickup, pageOf } from './calendar-events.server.ts'

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
  const called = calendarWords[member.locale]
  const line = lineOfPickup(pickup)
  const event = {
    ...line,
    summary: `${called.pickup}: ${lots.map((lot) => lot.title).join(', ')}`,
    location: door ? `${door.street}, ${door.municipality}` : null,
    description: `${called.from} ${pageOf(`/pickups/${pickup.id}`)}`,
  }
  return calendarText([event], { name: 'Rimessa', method: line.status === 'cancelled' ? 'cancel' : 'request' })
}
