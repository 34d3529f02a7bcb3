import { Link } from '@remix-run/react'
import { stepOf } from '#app/domain/listings/listing-draft.ts'
import { Banner } from '#app/ui/banner.tsx'
import { pageOf } from '#app/ui/posting-pages.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { Preview } from './preview.server.ts'

/** What stands between the draft and the public, each with the page where it is asked. */
export function Lacking({ page }: { page: Preview }) {
  const { t } = useT()
  return (
    <>
      {page.missing.length > 0 ? (
        <Banner tone="turn">
          <b>{t('posting.confirm.missing')}</b>
          <ul>
            {page.missing.map((what) => (
              <li key={what}>
                <Link className="touch" to={pageOf(page.view.id, stepOf[what])}>
                  {t(`posting.confirm.missingOne.${what}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {page.email_verified ? null : (
        <Banner icon="mail">
          {t('posting.confirm.verify')} <Link to="/verify">{t('posting.confirm.verifyAgain')}</Link>
        </Banner>
      )}
    </>
  )
}
