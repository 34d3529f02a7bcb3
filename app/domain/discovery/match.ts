import type { ListingRow } from '#db/schema/listings.ts'
import { available } from '../listings/listing.ts'
import { nodesAbove } from '../listings/wanted-material.ts'
import { distanceMetres, type Point } from '../places/point.ts'

type Piece = Pick<ListingRow, 'piece_length_mm' | 'piece_width_mm' | 'piece_thickness_mm'>
type Party = Pick<ListingRow, 'donor_id' | 'organisation_id'>

/** What a match looks at on either side. Points are the blurred ones: no radius, however chosen, tells where a door is. */
export type Offered = Point &
  Party &
  Piece &
  Pick<ListingRow, 'material_key' | 'unit' | 'total' | 'held' | 'collected' | 'written_off' | 'min_claim'> &
  Pick<ListingRow, 'condition' | 'available_from' | 'must_go_by'>
export type Sought = Point &
  Party &
  Piece &
  Pick<ListingRow, 'material_key' | 'unit' | 'total' | 'condition' | 'radius_m' | 'must_go_by'>

/** Whether a lot would serve who looks for something, at this instant. What a donor left unsaid counts only for the condition. */
export function fits(offer: Offered, sought: Sought, now: string) {
  return (
    !isSameParty(offer, sought) &&
    nodesAbove(offer.material_key ?? '').includes(sought.material_key ?? '') &&
    offer.unit === sought.unit &&
    available(offer) > 0 &&
    offer.min_claim <= sought.total &&
    isLargeEnough(offer, sought) &&
    accepts(sought.condition, offer.condition) &&
    overlaps(offer, sought, now) &&
    distanceMetres(offer, sought) <= (sought.radius_m ?? 0)
  )
}

/** What to ask for: all that is wanted, or what there is. In the lot's base unit. */
export function proposedQuantity(
  offer: Pick<Offered, 'total' | 'held' | 'collected' | 'written_off'>,
  sought: Pick<Sought, 'total'>,
) {
  return Math.min(available(offer), sought.total)
}

/** A piece serves whichever way round it lies flat: length and width may change places, thickness may not. */
export function isLargeEnough(piece: Piece, least: Piece) {
  const { piece_length_mm: long, piece_width_mm: wide } = piece
  const { piece_length_mm: leastLong, piece_width_mm: leastWide } = least
  const asItLies = reaches(long, leastLong) && reaches(wide, leastWide)
  const turned = reaches(wide, leastLong) && reaches(long, leastWide)
  return (asItLies || turned) && reaches(piece.piece_thickness_mm, least.piece_thickness_mm)
}

function reaches(side: number | null, least: number | null) {
  return least === null || (side !== null && side >= least)
}

const conditions = ['to_repair', 'worn', 'good', 'new'] as const

/** The conditions that will do for who set a least one: null accepts any. */
export function acceptable(least: ListingRow['condition']) {
  return conditions.slice(least === null ? 0 : conditions.indexOf(least))
}

function accepts(least: ListingRow['condition'], condition: ListingRow['condition']) {
  return condition === null || acceptable(least).includes(condition)
}

function overlaps(offer: Offered, sought: Sought, now: string) {
  const ends = [offer.must_go_by, sought.must_go_by].filter((end) => end !== null)
  return ends.every((end) => end > now && (offer.available_from === null || offer.available_from <= end))
}

function isSameParty(offer: Party, sought: Party) {
  const sameOrganisation = offer.organisation_id !== null && offer.organisation_id === sought.organisation_id
  return offer.donor_id === sought.donor_id || sameOrganisation
}
