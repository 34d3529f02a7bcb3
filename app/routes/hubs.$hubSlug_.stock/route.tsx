import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/context.server.ts'
import { stockVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Stat, Stats } from '#app/ui/stat.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { stockPage } from './stock-page.server.ts'
import { StockSearch } from './stock-search.tsx'
import { StockSection } from './stock-section.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, hub, locale } = await stockVisit(await signedIn(request), params)
  const asked = new URL(request.url).searchParams
  const ask = { q: asked.get('q') ?? '', bay: asked.get('bay') ?? '' }
  return { title: translator(locale).t('stock.title'), hub, ...(await stockPage(db, hub.id, ask)) }
}

export default function Stock() {
  const { t, format } = useT()
  const page = useLoaderData<typeof loader>()
  const { hub, ask, arrivals, placed, by_bay } = page
  const base = `/hubs/${hub.slug}`
  const total = by_bay.reduce((sum, { grams }) => sum + grams, 0)
  const lots = by_bay.reduce((sum, bay) => sum + bay.lots, 0)
  const isEmpty = arrivals.length + placed.length === 0
  const query = new URLSearchParams(ask).toString()
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <p className="label">
          <Link to={base}>{hub.name}</Link>
        </p>
        <h1>{t('stock.title')}</h1>
        <p className="lead">{t('stock.lead')}</p>
      </div>
      <Stats>
        <Stat label={t('stock.total')} {...format.mass(total, 'C')}>
          {t('stock.lots', { count: lots })}
        </Stat>
      </Stats>
      <StockSearch page={page} />
      {isEmpty ? <NothingHere isSearch={ask.q !== '' || ask.bay !== ''} base={base} /> : null}
      <StockSection title={t('stock.toPut')} lots={arrivals} base={base} />
      <StockSection title={t('stock.placed')} lots={placed} base={base} />
      {lots === 0 ? null : (
        <div className="row row--buttons">
          <ButtonLink kind="solid" icon="list" to={`${base}/inventory`}>
            {t('stock.count')}
          </ButtonLink>
          <ButtonLink icon="download" reloadDocument to={`${base}/stock/labels.pdf?${query}`}>
            {t('stock.labels')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

function NothingHere({ isSearch, base }: { isSearch: boolean; base: string }) {
  const { t } = useT()
  const [to, words] = isSearch ? [`${base}/stock`, t('stock.all')] : ['/listings', t('stock.emptyAction')]
  return (
    <Empty
      heading="h2"
      title={t(isSearch ? 'stock.emptySearch' : 'stock.empty')}
      mat="wood"
      action={<ButtonLink to={to}>{words}</ButtonLink>}
    >
      {t(isSearch ? 'stock.emptySearchText' : 'stock.emptyText')}
    </Empty>
  )
}
