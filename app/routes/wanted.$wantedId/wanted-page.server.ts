import { coordinates } from '#app/domain/act.ts'
import { asLot } from '#app/domain/discovery/lot.ts'
import { offersFor } from '#app/domain/discovery/matches.read.server.ts'
import { wantedRow } from '#app/domain/discovery/wanted.read.server.ts'
import { asWanted } from '#app/domain/discovery/wanted.ts'
import { later } from '#app/domain/instant.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { isRenewable } from '#app/domain/listings/renew-wanted.server.ts'
import type { Visit } from '#app/http/context.server.ts'

type Row = NonNullable<Awaited<ReturnType<typeof wantedRow>>>

/** A wanted post as this visitor may see it: what was taken down is there for its author and coordinators alone. */
export async function wantedPage({ db, locale, now, member }: Visit, wantedId: string) {
  const row = await wantedRow(db, wantedId)
  if (!row) return undefined
  const isOwner = member !== undefined && (await ownListing(db, member, wantedId, 'wanted')) !== undefined
  const isStaff = member !== undefined && coordinates(member, row.hub_id)
  if (row.closed_reason === 'removed' && !isOwner && !isStaff) return undefined
  const wanted = asWanted(row, { locale })
  const offers = isOwner && row.state === 'live' ? await offersFor(db, row, now, 12) : []
  return {
    title: wanted.material_name,
    description: wanted.purpose,
    wanted,
    lots: offers.map((offer) => asLot(offer, { locale, now, from: row })),
    who: row.organisation_id ? `/organisations/${row.organisation_id}` : `/members/${row.donor_id}`,
    place: {
      area: row.area,
      latitude: row.latitude_e6 / 1e6,
      longitude: row.longitude_e6 / 1e6,
      radius_m: row.blur_radius_m,
    },
    visitor: { is_owner: isOwner, is_staff: isStaff, may_renew: isOwner && isRenewable(row) && isNearEnd(row, now) },
  }
}

// An open post with weeks to go asks for no answer.
function isNearEnd({ state, must_go_by }: Pick<Row, 'state' | 'must_go_by'>, now: string) {
  return state === 'closed' || (must_go_by !== null && must_go_by < later(now, { days: 14 }))
}

export type WantedPage = NonNullable<Awaited<ReturnType<typeof wantedPage>>>
