import type { ClaimState } from '#app/domain/claims/claim.ts'
import { claimEvents, claimFor } from '#app/domain/claims/claims.read.server.ts'
import { doorOfClaim, goalOfClaim } from '#app/domain/claims/door.read.server.ts'
import { handoverCodeFor } from '#app/domain/claims/handover-code.server.ts'
import { scannedPath } from '#app/domain/claims/handover-proof.ts'
import { asLot, shortName } from '#app/domain/discovery/lot.ts'
import { lotRow } from '#app/domain/discovery/lots.read.server.ts'
import { handoverOfClaim } from '#app/domain/handovers/find-handover.server.ts'
import { mayAnswer } from '#app/domain/handovers/handover.ts'
import { collectionOfLot } from '#app/domain/pickups/collections.read.server.ts'
import { noShowOfClaim } from '#app/domain/pickups/no-shows.read.server.ts'
import { pickupOfClaim } from '#app/domain/pickups/pickups.read.server.ts'
import { hubAtPlace } from '#app/domain/pickups/slot-claims.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { alsoThere, nearbyInstead, standingOf } from './claim-standing.server.ts'
import { noShowOnPage, reliabilityAcross } from './claim-trust.server.ts'

export type Side = 'donor' | 'claimant'

/** All that one side of a claim may see of it, or undefined to strangers. */
export async function claimPage(visit: MemberVisit, claimId: string) {
  const { db, member, locale, now } = visit
  const seen = await claimFor(db, member, claimId)
  if (!seen) return undefined
  const { row, sides } = seen
  const side: Side = sides.claimant && !sides.donor ? 'claimant' : 'donor'
  const [lot, door, asked, code, handover, pickup, events, noShow, standing, hub, collection] = await Promise.all([
    lotRow(db, row.listing_id),
    doorOfClaim(db, member, claimId),
    goalOfClaim(db, member, claimId),
    handoverCodeFor(db, member, claimId),
    handoverOfClaim(db, claimId),
    pickupOfClaim(db, claimId),
    claimEvents(db, claimId),
    noShowOfClaim(db, member, claimId, now),
    standingOf(visit, seen.claim, side),
    side === 'claimant' ? hubAtPlace(db, seen.claim.place_id) : undefined,
    collectionOfLot(db, row.listing_id),
  ])
  if (!lot) return undefined
  const reliability = await reliabilityAcross({ db, now }, { side, donor_id: seen.claim.donor_id, asking: [row] })
  const name = row.organisation_name ?? shortName(row.claimant_name)
  return {
    title: lot.title,
    side,
    claim: { ...row, name },
    lot: asLot(lot, { locale, now }),
    door: door && { ...door, phone: door.phone },
    delivery: asked && isBrought(asked.claim) ? { goal: asked.goal } : undefined,
    code: code && {
      code: code.code,
      holder: code.holder,
      address: `${process.env['ORIGIN'] ?? 'http://localhost:3000'}${scannedPath(claimId, code.tag)}`,
    },
    handover: handover && {
      id: handover.id,
      state: handover.state,
      waits_for_me: handover.state === 'recorded' && mayAnswer(member, sides, handover),
    },
    other: {
      ...(side === 'donor' ? claimant(row, name) : donor(seen.claim, lot)),
      reliability: reliability.get(side === 'donor' ? row.claimant_id : seen.claim.donor_id),
    },
    no_show: noShow && noShowOnPage(noShow),
    pickup: pickup && {
      ...pickup,
      mine: pickup.proposed_by === member.id,
      is_over: pickup.state !== 'proposed' && pickup.ends_at <= now && !handover,
      proposed_by_name: shortName(pickup.proposed_by_name),
    },
    events: events.map((event) => ({ ...event, by_name: event.by_name && shortName(event.by_name) })),
    standing,
    hub,
    collection: collection && {
      id: collection.collection_id,
      from: collection.expected_from ?? collection.starts_at,
      to: collection.expected_to ?? collection.ends_at,
    },
    alternatives: await nearbyInstead(visit, seen.claim, lot, side),
    beside: await alsoThere(visit, seen.claim, side),
  }
}

/** What a hub is to bring, while it can still be brought. */
function isBrought({ transport, state, hub_id }: { transport: string; state: ClaimState; hub_id: string | null }) {
  return transport === 'needs_delivery' && hub_id !== null && (state === 'confirmed' || state === 'scheduled')
}

type Asking = { claimant_id: string; organisation_id: string | null }

function claimant({ claimant_id, organisation_id }: Asking, name: string) {
  return { name, path: organisation_id ? `/organisations/${organisation_id}` : `/members/${claimant_id}` }
}

type Giving = { donor_id: string; listing_organisation_id: string | null }

function donor({ donor_id, listing_organisation_id: house }: Giving, lot: Parameters<typeof asLot>[0]) {
  const name = lot.organisation_name ?? shortName(lot.donor_name)
  return { name, path: house ? `/organisations/${house}` : `/members/${donor_id}` }
}

export type ClaimPage = NonNullable<Awaited<ReturnType<typeof claimPage>>>
