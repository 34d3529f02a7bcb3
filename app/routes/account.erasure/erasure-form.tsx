import { AskPage } from '#app/ui/ask-page.tsx'
import { PasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Reply = { errors?: Record<string, string>; refused?: 'last-admin' } | undefined

/** The question, its consequence, the password once more, two verbs. */
export function ErasureForm({ reply }: { reply: Reply }) {
  const { t } = useT()
  return (
    <AskPage
      title={t('people.erasure.title')}
      lead={t('people.erasure.consequence')}
      refusal={reply?.refused && t('people.erasure.admin')}
      submit={t('people.erasure.submit')}
      danger
      keep={{ to: '/account', label: t('people.erasure.stay') }}
    >
      <PasswordField
        name="current_password"
        label={t('people.passwordPage.current')}
        error={reply?.errors?.['current_password']}
      />
    </AskPage>
  )
}
