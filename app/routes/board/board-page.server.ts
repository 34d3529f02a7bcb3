import type { Member } from '#app/domain/act.ts'
import { doorsInCare } from '#app/domain/claims/door.read.server.ts'
import { hubs } from '#app/domain/hubs/hubs.read.server.ts'
import { dayInRome, romanDays } from '#app/domain/instant.ts'
import { claimsUnanswered, claimsWithoutPickup } from '#app/domain/pickups/board-claims.read.server.ts'
import { boardFigures } from '#app/domain/pickups/board-figures.read.server.ts'
import { lotsDueSoon, lotsInReview } from '#app/domain/pickups/board-lots.read.server.ts'
import { overduePickups, pickupsBetween } from '#app/domain/pickups/board-pickups.read.server.ts'
import { readDay, weekOf, weeksLater } from '#app/domain/pickups/board-week.ts'
import { careOf } from '#app/domain/pickups/care.server.ts'
import { noShowsContested } from '#app/domain/pickups/no-shows.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { spotOf } from '#app/ui/day-spot.ts'
import { agendaOf } from './agenda.server.ts'
import { roundsOfDay } from './board-rounds.server.ts'
import { asBoardClaim, asBoardLot, asContested, asTrip } from './board-rows.server.ts'
import { risksOf } from './risks.server.ts'

/** All a coordinator needs for one day: its pickups with their doors, its week, and whatever waits for a hand. */
export async function boardPage(visit: MemberVisit, query: URLSearchParams) {
  const { db, member, now, locale } = visit
  const today = dayInRome(now)
  const day = readDay(query.get('day'), today)
  const theirs = hubsInCare(member, await hubs(db))
  const hub = theirs.length > 1 ? theirs.find(({ slug }) => slug === query.get('hub')) : theirs[0]
  const care = careOf(member, theirs.length > 1 ? hub?.id : undefined)
  const week = weekOf(day)
  const span = romanDays(week[0] ?? day, 7)

  const hubIds = (hub ? [hub] : theirs).map(({ id }) => id)

  const [figures, inWeek, overdue, contested, undated, unanswered, due, review, rounds] = await Promise.all([
    boardFigures(db, care, now),
    pickupsBetween(db, care, span),
    overduePickups(db, care, now),
    noShowsContested(db, member, care),
    claimsWithoutPickup(db, care, now),
    claimsUnanswered(db, care),
    lotsDueSoon(db, care, now),
    lotsInReview(db, care),
    roundsOfDay(visit, hubIds, day),
  ])
  const shown = inWeek.filter(({ starts_at }) => dayInRome(starts_at) === day)
  const doors = await doorsInCare(
    db,
    member,
    [...shown, ...overdue].flatMap(({ lots }) => lots.map(({ claim_id }) => claim_id)),
  )
  const trips = inWeek.map((trip) => asTrip(trip, doors))
  const lots = due.map((lot) => asBoardLot(lot, { now, locale }))
  const known = { overdue: overdue.length, contested: contested.length, undated, due: lots }
  const [agenda, risks] = await Promise.all([
    agendaOf(visit, { hubIds, week, trips }),
    risksOf(visit, { care, hubIds }, known),
  ])
  return {
    day,
    today,
    before: weeksLater(day, -1),
    after: weeksLater(day, 1),
    hub: hub && { slug: hub.slug, name: hub.name },
    hubs: theirs.map(({ slug, name }) => ({ slug, name })),
    bases: theirs
      .filter(({ id }) => hubIds.includes(id))
      .map((base) => ({ id: base.id, slug: base.slug, name: base.name, spot: spotOf(undefined, base) })),
    figures,
    agenda,
    risks,
    rounds,
    trips: trips.filter(({ starts_at }) => dayInRome(starts_at) === day),
    overdue: overdue.map((trip) => asTrip(trip, doors)),
    contested: contested.map(asContested),
    undated: undated.map(asBoardClaim),
    unanswered: unanswered.map(asBoardClaim),
    due: lots,
    review: review.map((lot) => ({ ...asBoardLot(lot, { now, locale }), reasons: lot.reasons })),
  }
}

function hubsInCare<Hub extends { id: string }>(member: Member, all: readonly Hub[]) {
  return member.is_admin ? all : all.filter(({ id }) => member.coordinates.includes(id))
}

export type BoardPage = Awaited<ReturnType<typeof boardPage>>
