import { kindOf, sites } from './cast.ts'
import { isLastDay, type Served } from './settle.ts'
import { type Claim, free, isHolding, isStaff, type Lot, type Model, partyOf, plus } from './state.ts'

/** In these tests one lot of a hub in four weeks is all a party is given before others come first. */
export const quota = { lots: 1, days: 28 }

/** Where a claim stands among those of its lot, as they were before the step: in line, else by rank, else as it asked. */
export type Stand = { position: number | null; rank: number | null }

/**
 * Nobody who fits is passed over for somebody lower: whoever stood ahead of one that was served, and still waits, wanted
 * more at least than was free at their turn, or was held back.
 */
export function passedOver(model: Model, served: readonly Served[], stands: ReadonlyMap<string, Stand>): string[] {
  return served.flatMap(({ claim }) =>
    model
      .claimsOn(claim.lot)
      .filter((other) => other.state === 'waitlisted' && other.parent !== claim.id && isAhead(other, claim, stands))
      .filter((other) => mayHold(model, other) === false)
      .filter((other) => other.min <= freeAtTurnOf(model, other, { served, stands }))
      .map((other) => `${other.id} (at least ${other.min}) was passed over for ${claim.id}`),
  )
}

/** Whoever was served while a reserve or a quota should have held them back. */
export function servedTooEarly(model: Model, served: readonly Served[]): string[] {
  return served
    .filter(({ claim }) => mayHold(model, claim) === true)
    .map(({ claim }) => `${claim.id} was served though it is not its turn yet`)
}

/** Units lie free and somebody fits, yet waits: true of nothing once all clocks were heard. */
export function leftWaiting(model: Model): string[] {
  return [...model.claims.values()]
    .filter((claim) => claim.state === 'waitlisted' && mayHold(model, claim) === false)
    .filter((claim) => {
      const lot = model.lotOf(claim)
      return lot.state === 'live' && lot.rule !== 'donor_picks' && claim.min <= free(lot)
    })
    .map((claim) => `${claim.id} waits for at least ${claim.min} while ${free(model.lotOf(claim))} are free`)
}

type Among = { served: readonly Served[]; stands: ReadonlyMap<string, Stand> }

function freeAtTurnOf(model: Model, other: Claim, { served, stands }: Among) {
  const after = served.filter(({ claim }) => claim.lot === other.lot && isAhead(other, claim, stands))
  return free(model.lotOf(other)) + after.reduce((sum, { quantity }) => sum + quantity, 0)
}

function isAhead(one: Claim, other: Claim, stands: ReadonlyMap<string, Stand>) {
  const [a, b] = [keyOf(one, stands), keyOf(other, stands)]
  return a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]
}

function keyOf(claim: Claim, stands: ReadonlyMap<string, Stand>): [number, string] {
  const stand = stands.get(claim.id)
  const sortable = (number: number) => String(number).padStart(6, '0')
  if (stand?.position) return [0, sortable(stand.position)]
  return stand?.rank ? [1, sortable(stand.rank)] : [2, `${claim.requested_at} ${claim.id}`]
}

/**
 * Where the first to come is served: kept for others until a date, or had their share of this hub's lots, unless the lot
 * must go within three days. Undefined for keepers, who have a past in other sequences.
 */
function mayHold(model: Model, claim: Claim): boolean | undefined {
  const lot = model.lotOf(claim)
  if (lot.rule !== 'first_come' || isLastDay(lot, model.at)) return false
  if (lot.reserved_until !== null && model.at < lot.reserved_until && !isPreferred(claim)) return true
  if (lot.must_go_by !== null && lot.must_go_by < plus(model.at, 72)) return false
  return isStaff(claim.by) ? undefined : lotsGiven(model, claim, lot) >= quota.lots
}

/** Non-profits, schools and public bodies. */
export function isPreferred({ house }: Pick<Claim, 'house'>) {
  return house !== null && ['association', 'school', 'public_body'].includes(kindOf(house))
}

export function lotsGiven(model: Model, claim: Claim, lot: Lot) {
  const since = plus(model.at, -24 * quota.days)
  const given = [...model.claims.values()].filter((other) => {
    const there = model.lotOf(other)
    const isTheirs =
      partyOf(other) === partyOf(claim) && there.id !== lot.id && sites[there.site].hub === sites[lot.site].hub
    const isGiven = isHolding(other.state) || other.state === 'collected'
    return isTheirs && isGiven && other.granted_at !== null && other.granted_at > since
  })
  return new Set(given.map((other) => other.lot)).size
}
