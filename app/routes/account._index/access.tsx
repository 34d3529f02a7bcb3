import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Session = { id: string; device: string; seen_at: string; is_here: boolean }

/** The password, and every place where one is signed in. */
export function Access({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('people.account.access')}</Title>
      <p>
        <ButtonLink to="/account/password" icon="key-round">
          {t('people.account.changePassword')}
        </ButtonLink>
      </p>
      <h3>{t('people.account.sessions')}</h3>
      <ul className="stack stack--s">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </section>
  )
}

function SessionLine({ session }: { session: Session }) {
  const { t, format } = useT()
  const device = session.device || t('people.account.someDevice')
  return (
    <li className="row row--apart">
      <span>
        <b>{device}</b>
        <br />
        <span className="tiny soft">
          {session.is_here
            ? t('people.account.here')
            : t('people.account.lastUsed', { when: format.dateTime(session.seen_at) })}
        </span>
      </span>
      {session.is_here ? null : (
        <Form method="post" action={`/account/sessions/${session.id}/revocation`}>
          <Button size="s" aria-label={t('people.account.revokeNamed', { device })}>
            {t('people.account.revoke')}
          </Button>
        </Form>
      )}
    </li>
  )
}
