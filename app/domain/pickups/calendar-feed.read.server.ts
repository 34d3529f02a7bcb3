import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { doorOfClaim, doorsInCare } from '../claims/door.read.server.ts'
import { later } from '../instant.ts'
import { type CalendarEvent, calendarWords, lineOfBooking, lineOfPickup, pageOf } from './calendar-events.server.ts'
import { collectionEvents } from './collection-events.server.ts'

type Whose = { member: Member; locale: 'it' | 'en'; hub_id: string | null }

const most = 500
const daysKept = 30

/** All of a member's pickups, of what they bring and of the rounds that come by, or all of a hub's; what is called off stays for thirty days. */
export async function eventsOf(db: Db, whose: Whose, now: string): Promise<CalendarEvent[]> {
  const since = later(now, { days: -daysKept })
  const [pickups, bookings, collections] = await Promise.all([
    pickupEvents(db, whose, await pickupsSince(db, whose, since)),
    bookingEvents(db, whose, since),
    collectionEvents(db, whose, now),
  ])
  return [...pickups, ...bookings, ...collections].sort(
    (a, b) => a.starts_at.localeCompare(b.starts_at) || a.uid.localeCompare(b.uid),
  )
}

async function pickupsSince(db: Db, { member, hub_id }: Whose, since: string) {
  const rows = await db
    .selectFrom('pickups')
    .innerJoin('places', 'places.id', 'pickups.place_id')
    .leftJoin('hubs', 'hubs.place_id', 'pickups.place_id')
    .selectAll('pickups')
    .select(['places.area', 'places.municipality'])
    .where((eb) =>
      hub_id === null
        ? eb.or([eb('pickups.donor_id', '=', member.id), eb('pickups.claimant_id', '=', member.id)])
        : eb.or([eb('pickups.hub_id', '=', hub_id), eb('hubs.id', '=', hub_id)]),
    )
    .where('pickups.ends_at', '>=', since)
    .where((eb) => eb.or([eb('pickups.ended_at', 'is', null), eb('pickups.ended_at', '>=', since)]))
    .orderBy('pickups.proposed_at', 'desc')
    .limit(most)
    .execute()
  // One that was moved lives on under the same UID, in the pickup that took its place.
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows.toSorted((a, b) => a.calendar_sequence - b.calendar_sequence))
    newest.set(row.calendar_uid, row)
  return [...newest.values()]
}

type Pickup = Awaited<ReturnType<typeof pickupsSince>>[number]

async function pickupEvents(db: Db, { member, locale, hub_id }: Whose, pickups: readonly Pickup[]) {
  const lots = await lotsOf(
    db,
    pickups.map(({ id }) => id),
  )
  const doors = hub_id === null ? undefined : await doorsInCare(db, member, [...lots.values()].flatMap(firstClaim))
  const called = calendarWords[locale]
  return Promise.all(
    pickups.map(async (pickup) => {
      const served = lots.get(pickup.id) ?? []
      const [claimId] = firstClaim(served)
      const line = lineOfPickup(pickup)
      const street = claimId && line.status !== 'cancelled' ? await streetOf(db, member, claimId, doors) : undefined
      return {
        ...line,
        summary: `${called.pickup}: ${served.map(({ title }) => title).join(', ')}`,
        location: [street, street ? pickup.municipality : pickup.area].filter(Boolean).join(', '),
        description: `${called.from} ${pageOf(`/pickups/${pickup.id}`)}`,
      }
    }),
  )
}

/** To whoever may see it alone: the claimant once it is promised, the donor's side, the lot's coordinators. */
async function streetOf(
  db: Db,
  member: Member,
  claimId: string,
  doors: Awaited<ReturnType<typeof doorsInCare>> | undefined,
) {
  if (doors) return doors.get(claimId)?.street
  return (await doorOfClaim(db, { ...member, is_admin: false, coordinates: [] }, claimId))?.street
}

const firstClaim = (served: readonly { claim_id: string }[]) => served.slice(0, 1).map(({ claim_id }) => claim_id)

async function lotsOf(db: Db, pickupIds: readonly string[]) {
  const lots = new Map<string, { claim_id: string; title: string }[]>()
  if (pickupIds.length === 0) return lots
  const rows = await db
    .selectFrom('pickup_claims')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select(['pickup_claims.pickup_id', 'claims.id as claim_id', 'listings.title'])
    .where('pickup_claims.pickup_id', 'in', pickupIds)
    .orderBy('listings.title')
    .orderBy('claims.id')
    .execute()
  for (const { pickup_id, ...lot } of rows) lots.set(pickup_id, [...(lots.get(pickup_id) ?? []), lot])
  return lots
}

async function bookingEvents(db: Db, { member, locale, hub_id }: Whose, since: string): Promise<CalendarEvent[]> {
  const rows = await db
    .selectFrom('slot_bookings')
    .innerJoin('slots', 'slots.id', 'slot_bookings.slot_id')
    .innerJoin('hubs', 'hubs.id', 'slots.hub_id')
    .innerJoin('places', 'places.id', 'hubs.place_id')
    .innerJoin('members', 'members.id', 'slot_bookings.member_id')
    .selectAll('slot_bookings')
    .select(['slots.starts_at', 'slots.ends_at', 'hubs.name as hub_name', 'places.area', 'places.municipality'])
    .select('members.name as member_name')
    .where('slot_bookings.pickup_id', 'is', null)
    .where('slots.ends_at', '>=', since)
    .where((eb) => (hub_id === null ? eb('slot_bookings.member_id', '=', member.id) : eb('slots.hub_id', '=', hub_id)))
    .where((eb) => eb.or([eb('slot_bookings.is_open', '=', 1), eb('slot_bookings.released_at', '>=', since)]))
    .orderBy('slots.starts_at')
    .limit(most)
    .execute()
  const called = calendarWords[locale]
  return rows.map((row) => {
    const line = lineOfBooking(row, locale)
    const theirs = `${called.brings}: ${[row.member_name, row.note].filter(Boolean).join(', ')}`
    return hub_id === null ? line : { ...line, summary: theirs }
  })
}
