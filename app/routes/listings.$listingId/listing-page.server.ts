import { coordinates } from '#app/domain/act.ts'
import { openClaimCount, openClaimOn } from '#app/domain/claims/claims.read.server.ts'
import { type Draw, drawOf } from '#app/domain/discovery/draw.read.server.ts'
import { asLot, weightOfRow } from '#app/domain/discovery/lot.ts'
import { lotHref } from '#app/domain/discovery/lot-href.ts'
import { lotPage, similarLots } from '#app/domain/discovery/lot-page.read.server.ts'
import { seekersOfLot } from '#app/domain/discovery/matches.read.server.ts'
import { ruleNow } from '#app/domain/discovery/rule-now.ts'
import { asWanted } from '#app/domain/discovery/wanted.ts'
import { totalOfListing } from '#app/domain/impact/totals.read.server.ts'
import { urgency } from '#app/domain/listings/listing.ts'
import { material } from '#app/domain/listings/material.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { photosOf } from '#app/domain/listings/photos.read.server.ts'
import type { Visit } from '#app/http/context.server.ts'

type Row = NonNullable<Awaited<ReturnType<typeof lotPage>>>

/** A lot's page as this visitor may see it; drafts and lots in review only by their owners and coordinators. */
export async function listingPage(visit: Visit, idOrCode: string) {
  const { db, locale, now, member } = visit
  const row = await lotPage(db, idOrCode)
  if (!row) return undefined
  const isOwner = member !== undefined && (await ownListing(db, member, row.id)) !== undefined
  const isStaff = member !== undefined && coordinates(member, row.hub_id)
  if (!isOwner && !isStaff && !isPublic(row)) return undefined

  const [photos, asking, claim, counted, similar, draw, seekers] = await Promise.all([
    photosOf(db, row.id),
    openClaimCount(db, row.id),
    member && openClaimOn(db, member, row.id),
    totalOfListing(db, row.id),
    similarLots(db, row, now),
    drawOf(db, row.id),
    isOwner ? seekersOfLot(db, row.id, now) : [],
  ])
  const lot = { ...asLot(row, { locale, now }), ...ofItsPage(row) }
  return {
    title: row.title,
    canonical: lotHref(lot),
    description: row.description.slice(0, 160),
    lot,
    photos,
    facts: factsOf(row),
    rule: ruleOf(row, { now, asking, draw }),
    draw: draw?.revealed && { ...draw.revealed, commitment: draw.commitment },
    place: placeOf(row),
    counted,
    similar: similar.map((other) => asLot(other, { locale, now })),
    seekers: seekers.map((row) => ({
      ...asWanted(row, { locale }),
      away_m: row.distance_m,
      invited_at: row.invited_at,
    })),
    visitor: { is_owner: isOwner, is_staff: isStaff, claim_id: claim?.id },
  }
}

function ofItsPage(row: Row) {
  return { code: row.code, state: row.state, material_key: row.material_key ?? '', weight: weightOfRow(row) }
}

function isPublic({ state, closed_reason, published_at }: Row) {
  return (
    published_at !== null &&
    (state === 'live' ||
      state === 'paused' ||
      (state === 'closed' && closed_reason !== 'refused' && closed_reason !== 'removed'))
  )
}

type Asked = { now: string; asking: number; draw: Draw | undefined }

function ruleOf(row: Row, { now, asking, draw }: Asked) {
  const { window_closes_at: closes_at, reserved_until, quota_lots, quota_days } = row
  return {
    now: ruleNow(row, now),
    closes_at,
    closing: urgency(closes_at, now),
    reserved_until: reserved_until !== null && reserved_until > now ? reserved_until : null,
    quota: quota_lots === null || quota_days === null ? undefined : { lots: quota_lots, days: quota_days },
    asking,
    commitment: draw?.commitment,
  }
}

function factsOf(row: Row) {
  const { description, min_claim, condition, piece_length_mm, piece_width_mm, piece_thickness_mm } = row
  const { available_from, must_go_by, floor, has_lift, van_access, help_to_load, donor_id, organisation_id } = row
  const size = piece_length_mm === null ? undefined : [piece_length_mm, piece_width_mm, piece_thickness_mm]
  const access = { floor, has_lift, van_access, help_to_load }
  return {
    description,
    min_claim,
    condition,
    size,
    available_from,
    must_go_by,
    access,
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
