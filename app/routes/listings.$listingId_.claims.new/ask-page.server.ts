import { openClaimCount } from '#app/domain/claims/claims.read.server.ts'
import { quotasOf } from '#app/domain/claims/quota.read.server.ts'
import { alternativesTo } from '#app/domain/discovery/alternatives.read.server.ts'
import { asLot } from '#app/domain/discovery/lot.ts'
import { claimableLot } from '#app/domain/discovery/lots.read.server.ts'
import { ruleNow } from '#app/domain/discovery/rule-now.ts'
import type { ListingState } from '#app/domain/listings/listing.ts'
import { hubsRunBy, organisationsOf } from '#app/domain/people/people.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { proposedWord } from './draw-words.server.ts'

/** What the form shows: the lot and its rule, for whom one may ask and how many lots each may still have, a word. */
export async function askPage({ db, member, locale, now }: MemberVisit, listingId: string) {
  const row = await claimableLot(db, listingId)
  if (!row) return undefined
  const [organisations, hubs] = await Promise.all([organisationsOf(db, member.id), hubsRunBy(db, member.id)])
  const parties = [member.id, ...[...organisations, ...hubs].map(({ id }) => id)]
  const rule = ruleNow(row, now)
  const [quotas, asking, similar] = await Promise.all([
    quotasOf(db, parties, row, now),
    openClaimCount(db, listingId),
    row.state === 'live' ? [] : alternativesTo(db, row, now),
  ])
  const quotaOf = (party: string) => {
    const quota = quotas.get(party)
    return quota?.allowed == null
      ? undefined
      : { left: Math.max(quota.allowed - quota.used, 0), allowed: quota.allowed }
  }
  return {
    lot: { ...asLot(row, { locale, now }), min_claim: row.min_claim },
    /** Why nobody may ask just now. */
    shut: shutOf(row.state),
    rule: { now: rule, closes_at: row.window_closes_at, asking },
    /** What the form is about, so that a lot changed meanwhile is looked at again. */
    seen: { rule: rule === 'rescue' ? 'first_come' : row.allocation_rule, revised_at: row.revised_at },
    parties: [
      { id: '', name: '', kind: 'member' as const, quota: quotaOf(member.id) },
      ...organisations.map(({ id, name }) => ({ id, name, kind: 'organisation' as const, quota: quotaOf(id) })),
      ...hubs.map(({ id, name }) => ({ id: `hub:${id}`, name, kind: 'hub' as const, quota: quotaOf(id) })),
    ],
    word: proposedWord(locale),
    alternatives: similar.map((lot) => asLot(lot, { locale, now, from: pointOf(row) })),
  }
}

export type AskPage = NonNullable<Awaited<ReturnType<typeof askPage>>>

function shutOf(state: ListingState) {
  if (state === 'live') return undefined
  return state === 'paused' ? ('listing-paused' as const) : ('listing-closed' as const)
}

function pointOf({ latitude_e6, longitude_e6 }: { latitude_e6: number | null; longitude_e6: number | null }) {
  return latitude_e6 === null || longitude_e6 === null ? undefined : { latitude_e6, longitude_e6 }
}
