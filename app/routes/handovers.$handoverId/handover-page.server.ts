import { shortName } from '#app/domain/discovery/lot.ts'
import { handoverFor } from '#app/domain/handovers/handovers.read.server.ts'
import { thanksOfHandover } from '#app/domain/handovers/thanks.read.server.ts'
import { asThanksNote, thankedBy } from '#app/domain/handovers/thanks.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** All that either side, or a coordinator, may see of a handover; undefined to strangers. */
export async function handoverPage({ db, member, locale, now }: MemberVisit, handoverId: string) {
  const seen = await handoverFor(db, member, handoverId)
  if (!seen) return undefined
  const { handover, claim, weight, entries } = seen
  const { t, format } = translator(locale)
  const thanks = await thanksOfHandover(db, handover.id)
  const hasThanked = thanks.some(({ from_id }) => from_id === member.id)
  const last = entries.at(-1)
  const live = last && last.kind !== 'reversal' ? last : undefined
  return {
    title: t('handovers.page.title', { quantity: format.quantity(handover.quantity, claim.unit) }),
    handover,
    claim: { id: claim.id, listing_id: claim.listing_id, title: claim.title, unit: claim.unit },
    giver: claim.listing_organisation_id ? seen.giver : shortName(seen.giver),
    taker: (claim.claim_hub_id ?? claim.claim_organisation_id) ? seen.taker : shortName(seen.taker),
    weight: live ? { ...weight, grade: live.grade, low_g: live.low_g, typ_g: live.typ_g, high_g: live.high_g } : weight,
    entry: live && { seq: live.seq, hash: live.hash, is_stock: live.taker_type === 'intermediary' },
    corrections: entries
      .filter(({ kind }) => kind === 'reversal')
      .map(({ seq, recorded_at, reason }) => ({ seq, recorded_at, reason })),
    late: lateness(handover),
    thanks: thanks.map((note) => asThanksNote(note, member, now)),
    may: {
      answer: seen.may_answer,
      record: seen.may_record,
      correct: seen.may_correct,
      thank: hasThanked ? undefined : sideThanked(thankedBy(member.id, handover), handover),
    },
  }
}

/** Where it was written down without a network: what the phone said, and by how much its clock was put right. */
function lateness({ details }: { details: string }) {
  if (details === '') return undefined
  const { happened_at_phone, shift_ms } = JSON.parse(details) as { happened_at_phone?: string; shift_ms: number }
  return happened_at_phone === undefined ? undefined : { shift_minutes: Math.round(shift_ms / 60_000) }
}

function sideThanked(to: string | undefined, { giver_id }: { giver_id: string }) {
  if (to === undefined) return undefined
  return to === giver_id ? ('giver' as const) : ('taker' as const)
}

export type HandoverPage = NonNullable<Awaited<ReturnType<typeof handoverPage>>>
