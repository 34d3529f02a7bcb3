import { AskPage } from '#app/ui/ask-page.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  noShow: { claim_id: string; starts_at: string; title: string }
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

export function ContestForm({ noShow, reply }: Props) {
  const { t, format } = useT()
  return (
    <AskPage
      title={t('noShows.contest.title')}
      lead={t('noShows.contest.lead', { title: noShow.title, when: format.dateTime(noShow.starts_at) })}
      submit={t('noShows.contest.submit')}
      keep={{ to: `/claims/${noShow.claim_id}`, label: t('noShows.contest.keep') }}
    >
      <TextArea
        name="text"
        rows={4}
        label={t('noShows.contest.text')}
        hint={t('noShows.contest.textHint')}
        defaultValue={reply?.typed['text'] ?? ''}
        error={reply?.errors['text']}
        required
      />
    </AskPage>
  )
}
