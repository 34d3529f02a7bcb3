import { Form, Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = { member: { id: string; name: string; email: string; verified: boolean } }

export function AccountHead({ member }: Props) {
  const { t } = useT()
  return (
    <>
      <div className="row row--apart row--base">
        <div className="stack stack--s">
          <h1>{member.name}</h1>
          <p className="soft">{member.email}</p>
          <p>
            <Link to={`/members/${member.id}`}>{t('people.account.see')}</Link>
          </p>
        </div>
        <Form method="post" action="/sign-out">
          <Button icon="log-out">{t('people.signIn.signOut')}</Button>
        </Form>
      </div>
      {member.verified ? null : (
        <Banner tone="turn" icon="mail">
          {t('people.account.unverified')} <Link to="/verify">{t('people.verify.again')}</Link>
        </Banner>
      )}
    </>
  )
}
