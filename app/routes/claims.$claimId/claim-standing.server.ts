import type { FoundClaim } from '#app/domain/claims/find-claim.server.ts'
import { rankOf, standsInLine } from '#app/domain/claims/line.read.server.ts'
import { halvesOf } from '#app/domain/claims/rest.read.server.ts'
import { alternativesTo } from '#app/domain/discovery/alternatives.read.server.ts'
import { drawOf } from '#app/domain/discovery/draw.read.server.ts'
import { asLot } from '#app/domain/discovery/lot.ts'
import { lotLine } from '#app/domain/discovery/lot-line.read.server.ts'
import type { lotRow } from '#app/domain/discovery/lots.read.server.ts'
import { lotsBeside } from '#app/domain/discovery/lots-beside.read.server.ts'
import { organisationsOf } from '#app/domain/people/people.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import type { Side } from './claim-page.server.ts'

/** Where a claim stands among the others, and why; its other half; what its draw said. */
export async function standingOf({ db, member, now }: MemberVisit, claim: FoundClaim, side: Side) {
  const organisations = (await organisationsOf(db, member.id)).map(({ id }) => id)
  const [in_line, halves, draw, line] = await Promise.all([
    standsInLine(db, claim.id, now),
    halvesOf(db, claim),
    drawOf(db, claim.listing_id),
    lotLine(db, claim.listing_id, { member, organisations, side, now }),
  ])
  const entry = draw?.revealed?.entries.find(({ claim_id }) => claim_id === claim.id)
  return { rank: rankOf(claim), in_line, ...halves, place_drawn: entry?.place_drawn, line }
}

const withoutGoods = ['waitlisted', 'declined', 'lapsed', 'cancelled_by_donor', 'superseded']

type Row = NonNullable<Awaited<ReturnType<typeof lotRow>>>

/** For a claimant who waits or leaves with nothing: what lies nearby instead. */
export async function nearbyInstead({ db, locale, now }: MemberVisit, claim: FoundClaim, row: Row, side: Side) {
  if (side === 'donor' || !withoutGoods.includes(claim.state)) return []
  const { latitude_e6, longitude_e6 } = row
  const from = latitude_e6 === null || longitude_e6 === null ? undefined : { latitude_e6, longitude_e6 }
  return (await alternativesTo(db, row, now)).map((lot) => asLot(lot, { locale, now, from }))
}

/** For a claimant who is going there: what else they could take from the same site. */
export async function alsoThere({ db, member, locale, now }: MemberVisit, claim: FoundClaim, side: Side) {
  if (side === 'donor' || (claim.state !== 'confirmed' && claim.state !== 'scheduled')) return []
  return (await lotsBeside(db, member, claim, now)).map((row) => asLot(row, { locale, now }))
}
