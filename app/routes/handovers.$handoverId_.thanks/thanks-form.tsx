import { AskPage } from '#app/ui/ask-page.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  handoverId: string
  title: string
  name: string
  most: number
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

export function ThanksForm({ handoverId, title, name, most, reply }: Props) {
  const { t } = useT()
  return (
    <AskPage
      title={title}
      lead={t('thanks.form.lead', { name })}
      submit={t('thanks.form.submit')}
      keep={{ to: `/handovers/${handoverId}`, label: t('thanks.form.keep') }}
    >
      <TextArea
        name="text"
        rows={4}
        maxLength={most}
        label={t('thanks.form.text')}
        hint={t('thanks.form.textHint')}
        defaultValue={reply?.typed['text'] ?? ''}
        error={reply?.errors['text']}
        required
      />
    </AskPage>
  )
}
