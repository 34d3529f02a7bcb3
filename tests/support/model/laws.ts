import { daysOf } from './pickup-deeds.ts'
import { isHolding, isOpen, type Model } from './state.ts'
import type { Tables } from './tables.ts'

type Rows<Table extends keyof Tables> = Tables[Table]
type Claim = Rows<'claims'>[number]

/** Which of the invariants 1, 2, 4, 5, 6, 9 and 16 of the domain are broken, read from the tables. */
export function brokenLaws(model: Model, tables: Tables): string[] {
  return [
    ...tables.lots.flatMap((lot) =>
      lotLaws(
        lot,
        tables.claims.filter(({ listing_id }) => listing_id === lot.id),
      ),
    ),
    ...tables.claims.flatMap((claim) => claimLaws(claim, tables)),
    ...pickupLaws(model, tables),
    ...tables.handovers.flatMap(handoverLaws),
  ]
}

function lotLaws(lot: Rows<'lots'>[number], own: Claim[]) {
  const held = sum(own.filter(({ state }) => isHolding(state)).map(({ qty }) => qty))
  const open = own.filter(({ is_open }) => is_open === 1)
  const parties = (claims: Claim[]) => claims.map(({ party_key }) => party_key)
  return broken(`lot ${lot.id}`, {
    '1: nothing is less than nothing': Math.min(lot.held, lot.collected, lot.written_off) >= 0,
    '1: nothing is given twice': lot.held + lot.collected + lot.written_off <= lot.total,
    '2: held is the sum of what claims hold': lot.held === held,
    '2: collected is the sum of what claims got': lot.collected === sum(own.map(({ qty_done }) => qty_done)),
    '4: one open claim a party': isDistinct(parties(open.filter(({ parent_id }) => parent_id === null))),
    '4: one waiting remainder a party': isDistinct(parties(open.filter(({ parent_id }) => parent_id !== null))),
  })
}

function claimLaws(claim: Claim, { claims, notices }: Tables) {
  const parent = claim.parent_id === null ? claim : claims.find(({ id }) => id === claim.parent_id)
  const told = notices.filter(({ claim_id }) => claim_id === claim.id).length
  const endedWithNothing = !isOpen(claim.state) && claim.state !== 'collected'
  const quantities = [claim.qty, claim.qty_done, claim.qty_min, claim.qty_wanted]
  return broken(`claim ${claim.id} (${claim.state})`, {
    'it says whether it is open': (claim.is_open === 1) === isOpen(claim.state),
    '4: a remainder is its parent’s party’s': parent?.party_key === claim.party_key,
    '5: whole numbers of base units': quantities.every((quantity) => Number.isInteger(quantity)),
    '5: the least is at least one, and at most what is wanted': claim.qty_min >= 1 && claim.qty_min <= claim.qty_wanted,
    '5: what is held is at least the least': !isHolding(claim.state) || claim.qty >= claim.qty_min,
    '5: and at most what is wanted': claim.qty <= claim.qty_wanted,
    '5: done is at most held': claim.qty_done <= claim.qty && claim.qty_done > 0 === (claim.state === 'collected'),
    [`6: one notice that it ended, not ${told}`]: told === (endedWithNothing ? 1 : 0),
  })
}

function pickupLaws(model: Model, { pickups, served }: Tables) {
  const open = pickups.filter(({ state }) => state === 'proposed' || state === 'confirmed' || state === 'in_progress')
  const going = served.filter(({ pickup_id }) => open.some(({ id }) => id === pickup_id))
  const late = going.filter(({ pickup_id, claim_id }) => {
    const pickup = model.pickups.get(pickup_id)
    const lot = model.lotOf(model.claim(claim_id))
    return pickup && pickup.overridden !== lot.id && daysOf(lot, pickup) !== undefined
  })
  return broken('pickups', {
    '9: they start before they end': pickups.every(({ starts_at, ends_at }) => starts_at < ends_at),
    '9: they lie in the days of every lot they serve': late.length === 0,
    'a claim waits for one pickup at a time': isDistinct(going.map(({ claim_id }) => claim_id)),
  })
}

function handoverLaws(handover: Rows<'handovers'>[number]) {
  const { answered_by, silent_side, recorded_by, code_given, proof_photo_hash } = handover
  const isSigned = handover.giver_confirmed_at !== null && handover.taker_confirmed_at !== null
  const isProved = code_given !== null || proof_photo_hash !== null
  return broken(`handover ${handover.id}`, {
    '16: the giver is not the taker': handover.giver_id !== handover.taker_id,
    '16: confirmed by two': handover.state !== 'confirmed' || isSigned,
    '16: the second of them is not the first': answered_by !== recorded_by,
    '16: a silence stands on a proof': silent_side === null || (isProved && answered_by === null),
    '16: it happened before it was known': handover.happened_at <= handover.recorded_at,
  })
}

function broken(thing: string, laws: Record<string, boolean>) {
  return Object.keys(laws)
    .filter((law) => !laws[law])
    .map((law) => `${thing}: ${law}`)
}

const isDistinct = (texts: string[]) => new Set(texts).size === texts.length
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
