import type { CorrectionReason } from '#app/domain/handovers/correction-reason.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { type Moment, Timeline } from '#app/ui/timeline.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HandoverPage } from './handover-page.server.ts'

/** What changed hands, and who signed when. */
export function HandoverFacts({ page }: { page: HandoverPage }) {
  const { t, format } = useT()
  const { handover, claim, weight } = page
  return (
    <>
      <DefinitionList
        facts={[
          { term: t('handovers.page.quantity'), value: format.quantity(handover.quantity, claim.unit) },
          { term: t('handovers.page.condition'), value: t(`handovers.entry.conditions.${handover.condition}`) },
          { term: t('handovers.page.tare'), value: weight.tare_g > 0 ? format.kilograms(weight.tare_g) : null },
          { term: t('handovers.page.device'), value: weight.device },
          { term: t('handovers.page.note'), value: handover.note },
        ]}
      />
      <section className="stack">
        <h2 className="head-s">{t('handovers.page.signatures')}</h2>
        <Timeline moments={useMoments(page)} />
      </section>
    </>
  )
}

function useMoments({ handover, giver, taker, corrections }: HandoverPage): Moment[] {
  const { t } = useT()
  const gave = { key: 'gave', text: t('handovers.page.gave', { name: giver }), at: handover.recorded_at }
  const signed = handover.taker_confirmed_at
  const took = signed ? [{ key: 'took', text: t('handovers.page.took', { name: taker }), at: signed }] : []
  const corrected = corrections.map(({ seq, recorded_at, reason }) => ({
    key: String(seq),
    text: `${t('handovers.page.corrections')}: ${t(`handovers.correction.reasons.${reason as CorrectionReason}`)}`,
    at: recorded_at,
  }))
  return [gave, ...took, ...corrected]
}
