import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Quotes } from '#app/ui/quotes.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Said = { name: string; text: string }
type Props = {
  noShow: { title: string; starts_at: string; reported: Said; contested: Said }
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

/** Both accounts in their own words, then one of two answers and why. */
export function DecisionForm({ noShow, reply }: Props) {
  const { t, format } = useT()
  const { title, starts_at, reported, contested } = noShow
  return (
    <AskPage
      title={t('noShows.decision.title')}
      lead={t('noShows.decision.lead', { title, when: format.dateTime(starts_at) })}
      submit={t('noShows.decision.submit')}
      keep={{ to: '/board', label: t('noShows.decision.keep') }}
    >
      <Quotes
        quotes={[
          {
            key: 'reported',
            text: reported.text || t('noShows.decision.nothingSaid'),
            by: t('noShows.decision.reported', { name: reported.name }),
          },
          {
            key: 'contested',
            text: contested.text,
            by: t('noShows.decision.contested', { name: contested.name }),
          },
        ]}
      />
      <Choices
        name="decision"
        legend={t('noShows.decision.legend')}
        chosen={reply?.typed['decision']}
        error={reply?.errors['decision']}
        choices={(['stands', 'struck'] as const).map((value) => ({
          value,
          label: t(`noShows.decision.${value}`),
          note: t(`noShows.decision.${value}Note`),
        }))}
      />
      <TextArea
        name="note"
        rows={3}
        label={t('noShows.decision.note')}
        hint={t('noShows.decision.noteHint')}
        defaultValue={reply?.typed['note'] ?? ''}
        error={reply?.errors['note']}
        required
      />
    </AskPage>
  )
}
