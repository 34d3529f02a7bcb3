import { claimantsReliability, donorsReliability } from '#app/domain/claims/reliability.read.server.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import type { noShowOfClaim } from '#app/domain/pickups/no-shows.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'

type Across = { side: 'donor' | 'claimant'; donor_id: string; asking: readonly { claimant_id: string }[] }

/** How reliable those across the table are: everybody who asked, for the donor's side; the donor, for a claimant. */
export function reliabilityAcross({ db, now }: Pick<MemberVisit, 'db' | 'now'>, { side, donor_id, asking }: Across) {
  if (side === 'claimant') return donorsReliability(db, [donor_id], now)
  return claimantsReliability(
    db,
    asking.map(({ claimant_id }) => claimant_id),
    now,
  )
}

/** A missed pickup as both sides read it, in the words of those who were there. */
export function noShowOnPage({ noShow, state, may, is_mine }: NonNullable<Awaited<ReturnType<typeof noShowOfClaim>>>) {
  const { id, starts_at, contest_by, note, contest_note, decision_note, reporter_name } = noShow
  const said = { note, contest_note, decision_note, reporter: shortName(reporter_name) }
  return { id, state, may, is_mine, starts_at, contest_by, ...said }
}
