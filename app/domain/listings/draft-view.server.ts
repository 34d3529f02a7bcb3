import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { placeOf } from '../places/places.read.server.ts'
import { material, materialName } from './material.ts'
import { screenListing } from './refuse-list.ts'
import { proposedWeight, weightChoices } from './weight-estimate.server.ts'

/** What the form says back about a lot: what was understood, what it would weigh, how others will see its place. */
export async function draftView(db: Db, listing: ListingRow, quantity_given: boolean, locale: 'it' | 'en') {
  const { material_key } = listing
  const basis =
    material_key !== null && quantity_given
      ? { ...listing, material_key, item_key: listing.weight_reference }
      : undefined
  return {
    id: listing.id,
    is_draft: listing.state === 'draft',
    saved_at: listing.revised_at === listing.drafted_at ? null : listing.revised_at,
    total: quantity_given ? listing.total : null,
    unit: listing.unit,
    material_name: material_key === null ? null : materialName(material_key, locale),
    material_units: material(material_key)?.units ?? null,
    is_structural: material(material_key)?.structural ?? false,
    weight_items: material_key === null ? [] : weightChoices(material_key, locale),
    estimate: basis ? (proposedWeight(basis) ?? null) : null,
    /** The donor's own figure, in grams. */
    said_g: listing.weight_method === 'declared' || listing.weight_method === 'weighed' ? listing.weight_typ_g : null,
    size: [listing.piece_length_mm, listing.piece_width_mm, listing.piece_thickness_mm],
    weight_photo_hash: listing.weight_photo_hash,
    screening: screenListing(listing) ?? null,
    place: listing.place_id === null ? null : ((await placeOf(db, listing.place_id)) ?? null),
  }
}

export type DraftView = Awaited<ReturnType<typeof draftView>>
