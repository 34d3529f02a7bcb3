import { isPreferred, lotsGiven, quota } from './line.ts'
import type { Served } from './settle.ts'
import { type Claim, free, isStaff, type Lot, type Model, partyOf, plus } from './state.ts'
import type { Tables } from './tables.ts'

type Given = {
  is_reserved: boolean
  takes_all: boolean
  is_coming: boolean
  quota: { has_left: boolean }
  reliability: 'new' | 'always' | 'nearly-always' | 'mostly' | 'seldom'
  ticket: string
}
type Row = Tables['claims'][number]

/**
 * Those ranked in this step stand as the published criteria say: reserved audience, whole lot or already coming, quota
 * left, reliability, draw; and the reasons each was given are facts.
 */
export function brokenRanks(model: Model, { claims }: Tables, served: readonly Served[]): string[] {
  const fresh = claims.filter(
    (row) => row.place_in_rank !== null && row.parent_id === null && !known(model, row).ranked,
  )
  for (const row of fresh) known(model, row).ranked = true
  const inOrder = fresh.toSorted((one, other) => (one.place_in_rank ?? 0) - (other.place_in_rank ?? 0))
  return inOrder.flatMap((row, ahead) => {
    const given: Given = JSON.parse(row.rank_reasons)
    const last = inOrder[ahead - 1]
    const isMisplaced = last?.listing_id === row.listing_id && keyOf(JSON.parse(last.rank_reasons)) > keyOf(given)
    return [...(isMisplaced ? [`${row.id} is ranked too low`] : []), ...untrue(model, row, { given, served })]
  })
}

function known(model: Model, { id }: Row) {
  return model.claim(id)
}

function keyOf({ is_reserved, takes_all, is_coming, quota: left, reliability, ticket }: Given) {
  const trust = { new: 0, always: 0, 'nearly-always': 0, mostly: 1, seldom: 2 }[reliability]
  const first = (yes: boolean) => (yes ? 0 : 1)
  return [first(is_reserved), first(takes_all || is_coming), first(left.has_left), trust, ticket].join(' ')
}

function untrue(model: Model, row: Row, { given, served }: { given: Given; served: readonly Served[] }) {
  const claim = model.claim(row.id)
  const lot = model.lotOf(claim)
  const shared = served.filter((one) => one.claim.lot === lot.id).reduce((sum, { quantity }) => sum + quantity, 0)
  const isEarly = lot.reserved_until !== null && claim.requested_at < lot.reserved_until
  const facts = {
    is_reserved: isEarly && isPreferred(claim),
    takes_all: claim.wanted >= free(lot) + shared,
    is_coming: isComing(model, claim, lot),
    has_left: isStaff(claim.by)
      ? given.quota.has_left
      : lotsGiven(model, claim, lot) < quota.lots || isPressing(lot, model.at),
  }
  const said = { ...given, has_left: given.quota.has_left }
  return (Object.keys(facts) as (keyof typeof facts)[])
    .filter((fact) => facts[fact] !== said[fact])
    .map((fact) => `${claim.id} was ranked as ${fact} ${said[fact]}, and is not`)
}

function isComing(model: Model, claim: Claim, lot: Lot) {
  return [...model.claims.values()].some((other) => {
    const isPromised = other.state === 'confirmed' || other.state === 'scheduled'
    return (
      isPromised && partyOf(other) === partyOf(claim) && other.lot !== lot.id && model.lotOf(other).site === lot.site
    )
  })
}

function isPressing({ must_go_by }: Lot, at: string) {
  return must_go_by !== null && must_go_by < plus(at, 72)
}
