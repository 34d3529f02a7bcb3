import { coordinates } from '#app/domain/act.ts'
import { openClaimCount, openClaimOn } from '#app/domain/claims/claims.read.server.ts'
import { asLot } from '#app/domain/discovery/lot.ts'
import { lotPage, similarLots } from '#app/domain/discovery/lot-page.read.server.ts'
import { totalOfListing } from '#app/domain/impact/totals.read.server.ts'
import { material } from '#app/domain/listings/material.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { photosOf } from '#app/domain/listings/photos.read.server.ts'
import type { Visit } from '#app/http/context.server.ts'

type Row = NonNullable<Awaited<ReturnType<typeof lotPage>>>

/** A lot's page as this visitor may see it; drafts and lots in review only by their owners and coordinators. */
export async function listingPage(visit: Visit, listingId: string) {
  const { db, locale, now, member } = visit
  const row = await lotPage(db, listingId)
  if (!row) return undefined
  const isOwner = member !== undefined && (await ownListing(db, member, listingId)) !== undefined
  const isStaff = member !== undefined && coordinates(member, row.hub_id)
  if (!isOwner && !isStaff && !isPublic(row)) return undefined

  const [photos, asking, claim, counted, similar] = await Promise.all([
    photosOf(db, listingId),
    openClaimCount(db, listingId),
    member && openClaimOn(db, member, listingId),
    totalOfListing(db, listingId),
    similarLots(db, row, now),
  ])
  return {
    title: row.title,
    description: row.description.slice(0, 160),
    lot: { ...asLot(row, { locale, now }), code: row.code, state: row.state },
    photos,
    facts: factsOf(row, asking),
    place: placeOf(row),
    counted,
    similar: similar.map((other) => asLot(other, { locale, now })),
    visitor: { is_owner: isOwner, is_staff: isStaff, claim_id: claim?.id },
  }
}

function isPublic({ state, closed_reason }: Row) {
  return (
    state === 'live' ||
    state === 'paused' ||
    (state === 'closed' && closed_reason !== 'refused' && closed_reason !== 'removed')
  )
}

function factsOf(row: Row, asking: number) {
  const { description, allocation_rule, min_claim, condition, piece_length_mm, piece_width_mm, piece_thickness_mm } =
    row
  const { available_from, must_go_by, floor, has_lift, van_access, help_to_load, donor_id, organisation_id } = row
  const size = piece_length_mm === null ? undefined : [piece_length_mm, piece_width_mm, piece_thickness_mm]
  const access = { floor, has_lift, van_access, help_to_load }
  return {
    description,
    allocation_rule,
    min_claim,
    condition,
    size,
    available_from,
    must_go_by,
    access,
    asking,
    donor_id,
    organisation_id,
    structural: material(row.material_key)?.structural === true,
  }
}

function placeOf({ area, latitude_e6, longitude_e6, blur_radius_m }: Row) {
  if (latitude_e6 === null || longitude_e6 === null || blur_radius_m === null) return undefined
  return { area: area ?? '', latitude: latitude_e6 / 1e6, longitude: longitude_e6 / 1e6, radius_m: blur_radius_m }
}

export type ListingPage = NonNullable<Awaited<ReturnType<typeof listingPage>>>
