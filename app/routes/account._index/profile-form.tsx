import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  member: { name: string; about: string; locale: string }
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

export function ProfileForm({ member, reply }: Props) {
  const { t } = useT()
  const shown = reply?.typed ?? member
  const languages = [
    { value: 'it', label: t('people.account.italian') },
    { value: 'en', label: t('people.account.english') },
  ]
  return (
    <section className="stack">
      <Title>{t('people.account.profile')}</Title>
      <Form method="post" className="stack" noValidate>
        <TextField
          name="name"
          label={t('people.name')}
          hint={t('people.nameHint')}
          autoComplete="name"
          required
          error={reply?.errors['name']}
          defaultValue={shown['name']}
        />
        <TextArea
          name="about"
          rows={3}
          label={t('people.account.about')}
          hint={t('people.account.aboutHint')}
          optional
          error={reply?.errors['about']}
          defaultValue={shown['about']}
        />
        <Choices
          name="locale"
          legend={t('people.account.language')}
          choices={languages}
          chosen={shown['locale']}
          error={reply?.errors['locale']}
        />
        <Button kind="next">{t('people.account.save')}</Button>
      </Form>
    </section>
  )
}
