import type { Holder } from '#app/domain/claims/handover-proof.ts'
import type { CorrectionReason } from '#app/domain/handovers/correction-reason.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Photo } from '#app/ui/photo.tsx'
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
          { term: t('handovers.proof.term'), value: <Proof page={page} /> },
          { term: t('handovers.proof.late'), value: page.late ? <Late page={page} /> : null },
        ]}
      />
      {handover.proof_photo_hash ? (
        <Photo
          photo={{ hash: handover.proof_photo_hash, alt: t('handovers.proof.photoAlt') }}
          sizes="(min-width: 46rem) 46rem, 100vw"
        />
      ) : null}
      <section className="stack">
        <h2 className="head-s">{t('handovers.page.signatures')}</h2>
        <Timeline moments={useMoments(page)} />
      </section>
    </>
  )
}

/** What shows that the other was there, or stands in for them. */
function Proof({ page: { handover } }: { page: HandoverPage }) {
  const { t } = useT()
  const code = handover.code_given ? t(`handovers.proof.${handover.code_given}`) : ''
  const photo = handover.proof_photo_hash ? t('handovers.proof.withPhoto') : ''
  return <>{[code, photo].filter(Boolean).join(', ') || t('handovers.proof.before')}</>
}

function Late({ page: { handover, late } }: { page: HandoverPage }) {
  const { t, format } = useT()
  const when = format.dateTime(handover.happened_at)
  const minutes = late?.shift_minutes ?? 0
  return <>{minutes === 0 ? when : `${when} ${t('handovers.proof.shifted', { count: Math.abs(minutes) })}`}</>
}

function useMoments({ handover, giver, taker, corrections }: HandoverPage): Moment[] {
  const { t } = useT()
  const { giver_confirmed_at, taker_confirmed_at, silent_side, recorded_side } = handover
  const saidNothing = (side: Holder) => side === silent_side
  const gave = giver_confirmed_at
    ? [
        {
          key: 'gave',
          text: t(saidNothing('giver') ? 'handovers.page.silent' : 'handovers.page.gave', { name: giver }),
          at: giver_confirmed_at,
        },
      ]
    : []
  const took = taker_confirmed_at
    ? [
        {
          key: 'took',
          text: t(saidNothing('taker') ? 'handovers.page.silent' : 'handovers.page.took', { name: taker }),
          at: taker_confirmed_at,
        },
      ]
    : []
  const corrected = corrections.map(({ seq, recorded_at, reason }) => ({
    key: String(seq),
    text: `${t('handovers.page.corrections')}: ${t(`handovers.correction.reasons.${reason as CorrectionReason}`)}`,
    at: recorded_at,
  }))
  return recorded_side === 'giver' ? [...gave, ...took, ...corrected] : [...took, ...gave, ...corrected]
}
