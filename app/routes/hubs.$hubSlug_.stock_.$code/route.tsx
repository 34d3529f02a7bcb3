import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/context.server.ts'
import { stockLotVisit } from '#app/http/stock.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { BayForm } from './bay-form.tsx'
import { LotFacts } from './lot-facts.tsx'
import { LotHistory } from './lot-history.tsx'
import { lotPage } from './lot-page.server.ts'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  return lotPage(await stockLotVisit(await signedIn(request), params))
}

export default function StockLot() {
  const { t } = useT()
  const page = useLoaderData<typeof loader>()
  const { hub, lot } = page
  const here = `/hubs/${hub.slug}/stock/${lot.code}`
  const isThere = lot.ended_at === null
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <p className="label">
          <Link to={`/hubs/${hub.slug}/stock`}>{t('stock.title')}</Link> · {hub.name}
        </p>
        <h1>{lot.code}</h1>
        <p className="lead">{lot.title}</p>
      </div>
      <LotFacts page={page} />
      {isThere ? (
        <>
          <div className="row row--buttons">
            {lot.is_offered ? null : (
              <ButtonLink kind="next" to={`${here}/offer`}>
                {t('stock.lot.offer')}
              </ButtonLink>
            )}
            <ButtonLink to={`${here}/count`}>{t('stock.lot.count')}</ButtonLink>
            {lot.is_offered ? null : <ButtonLink to={`${here}/split`}>{t('stock.lot.split')}</ButtonLink>}
            {lot.is_offered ? null : <ButtonLink to={`${here}/merge`}>{t('stock.lot.merge')}</ButtonLink>}
            <ButtonLink icon="download" reloadDocument to={`/hubs/${hub.slug}/stock/labels.pdf?code=${lot.code}`}>
              {t('stock.label')}
            </ButtonLink>
          </div>
          <BayForm page={page} here={here} />
        </>
      ) : null}
      <section className="stack stack--s">
        <Title>{t('stock.lot.history')}</Title>
        <LotHistory page={page} />
      </section>
    </div>
  )
}
