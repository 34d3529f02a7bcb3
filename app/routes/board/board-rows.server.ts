import { weekdays } from '#app/domain/claims/claim-ask.ts'
import type { doorsInCare } from '#app/domain/claims/door.read.server.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import { available, urgency } from '#app/domain/listings/listing.ts'
import { materialName } from '#app/domain/listings/material.ts'
import type { BoardClaim } from '#app/domain/pickups/board-claims.read.server.ts'
import type { DueLot } from '#app/domain/pickups/board-lots.read.server.ts'
import type { Trip } from '#app/domain/pickups/board-pickups.read.server.ts'
import type { noShowsContested } from '#app/domain/pickups/no-shows.read.server.ts'
import { spotOf } from '#app/ui/day-spot.ts'

type Parties = Pick<Trip, 'donor_name' | 'giving_name' | 'claimant_name' | 'taking_name'>

/** A pickup as the board shows it. Doors are only of lots this coordinator looks after. */
export function asTrip(trip: Trip, doors: Awaited<ReturnType<typeof doorsInCare>>) {
  const { id, state, starts_at, ends_at, area, place, lots } = trip
  const door = lots.map(({ claim_id }) => doors.get(claim_id)).find((known) => known !== undefined)
  const street = door?.street ?? ''
  return { id, state, starts_at, ends_at, area, street, spot: spotOf(door, place), lots, ...partiesOf(trip) }
}

export function asBoardClaim(claim: BoardClaim) {
  const { id, title, unit, qty, qty_wanted, area, must_go_by, requested_at } = claim
  const { latitude_e6, longitude_e6, blur_radius_m } = claim
  const quantity = qty || qty_wanted
  const grams = claim.weight_typ_g === null ? null : Math.round((claim.weight_typ_g * quantity) / claim.total)
  const days = weekdays.filter((day) => claim.days.split(',').includes(day))
  return {
    id,
    title,
    unit,
    quantity,
    grams,
    grade: claim.weight_grade,
    days,
    area: area ?? '',
    spot:
      latitude_e6 === null || longitude_e6 === null
        ? undefined
        : spotOf(undefined, { latitude_e6, longitude_e6, blur_radius_m }),
    must_go_by,
    requested_at,
    ...partiesOf(claim),
  }
}

export function asBoardLot(
  lot: Omit<DueLot, 'asking'> & { asking?: number | null },
  { now, locale }: { now: string; locale: 'it' | 'en' },
) {
  const { id, title, unit, total, must_go_by, weight_typ_g, weight_grade } = lot
  const left = available(lot)
  const grams = weight_typ_g === null ? null : Math.round((weight_typ_g * left) / total)
  const who = { from: lot.giving_name ?? shortName(lot.donor_name), area: lot.area ?? '' }
  return {
    id,
    title,
    unit,
    quantity: left,
    grams,
    grade: weight_grade,
    must_go_by,
    urgency: urgency(must_go_by, now),
    asking: lot.asking ?? 0,
    material: materialName(lot.material_key, locale),
    ...who,
  }
}

/** A contested no-show: when and what, who said what, and whether this coordinator may decide. */
export function asContested(noShow: Awaited<ReturnType<typeof noShowsContested>>[number]) {
  const { id, claim_id, title, starts_at, note, contest_note, may_decide } = noShow
  return { id, claim_id, title, starts_at, note, contest_note, may_decide, ...partiesOf(noShow) }
}

function partiesOf({ donor_name, giving_name, claimant_name, taking_name }: Parties) {
  return { from: giving_name ?? shortName(donor_name), to: taking_name ?? shortName(claimant_name) }
}
