import { claimantsReliability, donorsReliability } from '#app/domain/claims/reliability.read.server.ts'
import { daysThatCount, nothingYet, reliabilityOf } from '#app/domain/claims/reliability.ts'
import { later } from '#app/domain/instant.ts'
import { noShowsOf } from '#app/domain/pickups/no-shows.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'

/** A member's own record as others read it, on both sides, with the missed pickups it rests on. */
export async function ownReliability({ db, member, now }: Pick<MemberVisit, 'db' | 'member' | 'now'>) {
  const [taking, giving, missed] = await Promise.all([
    claimantsReliability(db, [member.id], now),
    donorsReliability(db, [member.id], now),
    noShowsOf(db, member.id, later(now, { days: -daysThatCount })),
  ])
  return {
    taking: taking.get(member.id) ?? reliabilityOf(nothingYet),
    giving: giving.get(member.id) ?? reliabilityOf(nothingYet),
    missed: missed.map(({ id, claim_id, title, starts_at, state }) => ({ id, claim_id, title, starts_at, state })),
  }
}
