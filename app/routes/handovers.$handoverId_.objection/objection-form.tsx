import { AskPage } from '#app/ui/ask-page.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  handoverId: string
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

export function ObjectionForm({ handoverId, reply }: Props) {
  const { t } = useT()
  return (
    <AskPage
      title={t('handovers.objection.title')}
      lead={t('handovers.objection.lead')}
      submit={t('handovers.objection.submit')}
      keep={{ to: `/handovers/${handoverId}`, label: t('handovers.objection.keep') }}
    >
      <TextArea
        name="reason"
        rows={3}
        label={t('handovers.objection.reason')}
        hint={t('handovers.objection.reasonHint')}
        defaultValue={reply?.typed['reason'] ?? ''}
        error={reply?.errors['reason']}
        required
      />
    </AskPage>
  )
}
