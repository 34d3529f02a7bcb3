import { Link } from '@remix-run/react'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** The way out for good is never hidden. */
export function Leaving() {
  const { t } = useT()
  return (
    <section className="stack stack--s">
      <Title>{t('people.account.leave')}</Title>
      <p className="soft">{t('people.account.leaveLead')}</p>
      <p>
        <Link to="/account/erasure">{t('people.account.erase')}</Link>
      </p>
    </section>
  )
}
