import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Entrance, EntranceForm } from '#app/ui/entrance.tsx'
import { EmailField, PasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Reply =
  | {
      errors?: Record<string, string>
      refused?: 'not-recognised' | 'too-many-tries'
      again_at?: string
      typed: Record<string, string>
    }
  | undefined

export function SignInForm({ reply, children }: { reply: Reply; children: ReactNode }) {
  const { t, format } = useT()
  const again = reply?.again_at ? format.time(reply.again_at) : ''
  return (
    <Entrance title={t('people.signIn.title')} lead={t('people.signIn.lead')}>
      <EntranceForm refusal={reply?.refused && t(`people.refusals.${reply.refused}`, { time: again })}>
        <EmailField error={reply?.errors?.['email']} defaultValue={reply?.typed['email']} />
        <PasswordField error={reply?.errors?.['password']} />
        <Button kind="next" size="wide">
          {t('people.signIn.submit')}
        </Button>
      </EntranceForm>
      <div className="stack stack--s">
        <p>
          <Link to="/reset">{t('people.signIn.forgotten')}</Link>
        </p>
        {children}
      </div>
    </Entrance>
  )
}
