import { AskPage } from '#app/ui/ask-page.tsx'
import { NewPasswordField, PasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Reply = { errors?: Record<string, string>; refused?: 'too-many-tries'; again_at?: string } | undefined

export function PasswordForm({ reply }: { reply: Reply }) {
  const { t, format } = useT()
  const again = reply?.again_at ? format.time(reply.again_at) : ''
  return (
    <AskPage
      title={t('people.passwordPage.title')}
      refusal={reply?.refused && t(`people.refusals.${reply.refused}`, { time: again })}
      submit={t('people.passwordPage.submit')}
      keep={{ to: '/account', label: t('people.account.title') }}
    >
      <PasswordField
        name="current_password"
        label={t('people.passwordPage.current')}
        error={reply?.errors?.['current_password']}
      />
      <NewPasswordField label={t('people.newPassword')} error={reply?.errors?.['password']} />
    </AskPage>
  )
}
