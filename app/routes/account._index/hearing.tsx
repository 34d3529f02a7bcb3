import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** How one is written to; for admins, also what could not be delivered. */
export function Hearing({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('notices.title')}</Title>
      <p>
        <ButtonLink to="/account/notices" icon="bell">
          {t('notices.choose')}
        </ButtonLink>
      </p>
      <p>
        <Link to="/searches">{t('searches.mine')}</Link>
      </p>
      <p>
        <Link to="/calendars">{t('calendars.title')}</Link>
      </p>
      {isAdmin ? (
        <p>
          <Link to="/admin/letters">{t('notices.givenUp.title')}</Link>
        </p>
      ) : null}
    </section>
  )
}
