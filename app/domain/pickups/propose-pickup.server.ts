import type { ExpressionBuilder } from 'kysely'
import type { Database, Trx } from '#db/database.ts'
import type { PickupRow } from '#db/schema/pickups.ts'
import type { Act } from '../act.ts'
import { type FoundClaim, findClaim } from '../claims/find-claim.server.ts'
import { type Sides, sidesOf } from '../claims/sides.read.server.ts'
import { newId } from '../id.server.ts'
import { dayInRome, fromRome, later } from '../instant.ts'
import { refused } from '../refusal.ts'
import { availabilityOf } from './availability.read.server.ts'
import { isOutside } from './availability.ts'
import { cancelOpenPickup } from './cancel-pickup.server.ts'
import { recordPickupEvent } from './move-pickup.server.ts'
import { mayOverride, problemWithTimes } from './pickup.ts'
import type { PickupAsk } from './pickup-ask.ts'
import { tellOthers } from './tell-others.server.ts'

/**
 * Proposes a time for a confirmed claim, and for every other confirmed claim the same claimant has at the same site:
 * one trip instead of five. A time already agreed is replaced: the calendar entry stays the same and moves.
 */
export async function proposePickup(trx: Trx, act: Act, claimId: string, ask: PickupAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim?.place_id) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.claimant && !sides.coordinator) return refused('not-yours')
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return refused('not-confirmed')

  const starts_at = fromRome(ask.starts_at)
  const times = { starts_at, ends_at: later(starts_at, { minutes: ask.minutes }) }
  const problem = problemWithTimes(times, claim, act.at)
  if (problem && !(sides.coordinator && mayOverride(problem) && ask.override_reason !== '')) return refused(problem)

  const planned = { ...times, note: ask.note, details: ask.override_reason }
  const { pickup, moved, served } = await placePickup(trx, act, { ...claim, place_id: claim.place_id }, planned)
  await tellOthers(trx, act, pickup, { kind: moved ? 'pickup-moved' : 'pickup-proposed', claims: served })
  const availability = await availabilityOf(trx, claim.listing_id, dayInRome(starts_at))
  return { pickup, asked: whoConfirms(sides), is_outside: isOutside(times, availability) }
}

type Wished = { starts_at: string; ends_at: string; note: string; details: string }

/** Puts a proposed pickup in the place of the open one, if there is one, and tells nobody. The caller has checked the time. */
export async function placePickup(trx: Trx, act: Act, claim: FoundClaim & { place_id: string }, wished: Wished) {
  const { details, ...times } = wished
  const previous = await cancelOpenPickup(trx, act, claim.id, 'moved')
  const pickup = await insertPickup(trx, act, claim, { ...times, previous })
  const served = await joinClaims(trx, pickup, claim)
  await recordPickupEvent(trx, act, pickup, { kind: previous ? 'moved' : 'proposed', from_state: null, details })
  return { pickup, moved: previous !== undefined, served }
}

type Planned = { starts_at: string; ends_at: string; note: string; previous: PickupRow | undefined }

async function insertPickup(trx: Trx, act: Act, claim: FoundClaim & { place_id: string }, planned: Planned) {
  const { previous, ...times } = planned
  const id = newId()
  return trx
    .insertInto('pickups')
    .values({
      id,
      state: 'proposed',
      place_id: claim.place_id,
      donor_id: claim.donor_id,
      claimant_id: claim.claimant_id,
      hub_id: claim.hub_id,
      ...times,
      proposed_by: act.by.id,
      proposed_at: act.at,
      confirmed_by: null,
      confirmed_at: null,
      ended_at: null,
      end_reason: null,
      calendar_uid: previous?.calendar_uid ?? `${id}@rimessa`,
      calendar_sequence: previous ? previous.calendar_sequence + 1 : 0,
      previous_id: previous?.id ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function joinClaims(trx: Trx, pickup: PickupRow, claim: FoundClaim) {
  const together = await trx
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select('claims.id')
    .where('claims.claimant_id', '=', claim.claimant_id)
    .where('claims.state', '=', 'confirmed')
    .where('listings.place_id', '=', pickup.place_id)
    .where('listings.donor_id', '=', claim.donor_id)
    .where('claims.id', 'not in', alreadyGoing(trx))
    .where((eb) => eb.or([eb('listings.id', '=', claim.listing_id), inDays(pickup)(eb)]))
    .limit(50)
    .execute()
  const ids = [...new Set([claim.id, ...together.map((row) => row.id)])]
  await trx
    .insertInto('pickup_claims')
    .values(ids.map((claim_id) => ({ pickup_id: pickup.id, claim_id })))
    .execute()
  return ids
}

// A time that suits one lot may be too late for the next: its claims wait for a pickup of their own (invariant 9).
function inDays({ starts_at, ends_at }: PickupRow) {
  return (eb: ExpressionBuilder<Database, 'listings'>) =>
    eb.and([
      eb.or([eb('listings.available_from', 'is', null), eb('listings.available_from', '<=', starts_at)]),
      eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>=', ends_at)]),
    ])
}

function alreadyGoing(trx: Trx) {
  return trx
    .selectFrom('pickup_claims')
    .innerJoin('pickups', 'pickups.id', 'pickup_claims.pickup_id')
    .select('pickup_claims.claim_id')
    .where('pickups.state', 'in', ['proposed', 'confirmed', 'in_progress'])
}

function whoConfirms(sides: Sides) {
  return sides.claimant && !sides.donor ? ('donor' as const) : ('claimant' as const)
}
