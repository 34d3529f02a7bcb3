import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { ButtonLink } from './button.tsx'
import { useDocument } from './document.tsx'
import { useT } from './use-t.tsx'

/** What a page says when it cannot be shown: not there, not yours, or broken on our side. */
export function Trouble() {
  const { t } = useT()
  const { reference } = useDocument()
  const kind = kindOf(useRouteError())
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{t(`errors.${kind}.title`)}</h1>
        <p className="lead">{t(`errors.${kind}.lead`)}</p>
        {kind === 'fault' && reference ? (
          <p className="soft">
            {t('errors.fault.reference')}: <b data-reference={reference}>{reference}</b>
          </p>
        ) : null}
      </div>
      <div className="row row--buttons">
        <ButtonLink kind="next" to="/listings" icon="search">
          {t('errors.notFound.search')}
        </ButtonLink>
        <ButtonLink to="/">{t('errors.notFound.home')}</ButtonLink>
      </div>
    </div>
  )
}

function kindOf(error: unknown) {
  if (!isRouteErrorResponse(error)) return 'fault'
  if (error.status === 404) return 'notFound'
  if (error.status === 403) return 'notYours'
  return error.status < 500 ? 'badRequest' : 'fault'
}
