import { correctionReasons } from '#app/domain/handovers/correction-reason.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import type { GradeLetter } from '#app/ui/grade.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { GradeChoices } from '#app/ui/weigh-entry.tsx'

type Refusal =
  | 'no-such-handover'
  | 'not-yours'
  | 'both-sides'
  | 'not-confirmed'
  | 'nothing-to-correct'
  | 'stock-moved-on'
type Reply = { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined
type Props = { handoverId: string; lot: string; typ_g: number | null; grade: GradeLetter; reply: Reply }

export function CorrectionForm({ handoverId, lot, typ_g, grade, reply }: Props) {
  const { t, format } = useT()
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const now = typ_g === null ? t('handovers.page.noWeight') : `${lot}: ${format.kilograms(typ_g, grade)}`
  return (
    <AskPage
      title={t('handovers.correction.title')}
      lead={t('handovers.correction.lead')}
      refusal={reply?.refused ? t(`handovers.refusals.${reply.refused}`) : undefined}
      submit={t('handovers.correction.submit')}
      keep={{ to: `/handovers/${handoverId}`, label: t('handovers.correction.keep') }}
    >
      <UnitField
        name="weight"
        label={t('handovers.correction.weight')}
        hint={now}
        unit="kg"
        defaultValue={typed['weight'] ?? ''}
        error={errors['weight']}
      />
      <GradeChoices name="grade" chosen={(typed['grade'] ?? 'A') as GradeLetter} error={errors['grade']} />
      <Choices
        name="reason"
        legend={t('handovers.correction.reason')}
        chosen={typed['reason']}
        error={errors['reason']}
        choices={correctionReasons.map((reason) => ({
          value: reason,
          label: t(`handovers.correction.reasons.${reason}`),
        }))}
      />
    </AskPage>
  )
}
