import { Link } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { type Sort, searchHref, sorts } from '#app/domain/discovery/search-href.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'

/** How much answers, in which order, and which words were forgiven. */
export function Found({ page: { ask, understood, counted, sort, instead } }: { page: BrowsePage }) {
  const { t, format } = useT()
  const hasList = (understood.cut?.lines.length ?? 0) > 0
  return (
    <>
      {instead.length > 0 ? (
        <Banner icon="search" role="status">
          {instead.map(({ typed, found }) => (
            <p key={typed}>{t('browse.instead', { typed, found })}</p>
          ))}
          <Link className="touch" to={searchHref(ask, { exact: '1' })}>
            {t('browse.exact', { typed: ask.q })}
          </Link>
        </Banner>
      ) : null}
      <div className="row row--apart">
        <p className="label" role="status">
          {t('listings.count', { count: counted.lots, mass: format.kilograms(counted.grams, 'C') })}
        </p>
        <Order ask={ask} sort={sort} hasList={hasList} isPlaced={Boolean(understood.place) || ask.lat !== undefined} />
      </div>
    </>
  )
}

type OrderProps = { ask: SearchAsk; sort: Sort; hasList: boolean; isPlaced: boolean }

function Order({ ask, sort, hasList, isPlaced }: OrderProps) {
  const { t } = useT()
  const offered = sorts.filter((each) => (each !== 'nearest' || isPlaced) && (each !== 'best_fit' || hasList))
  return (
    <nav className="row label orders" aria-label={t('listings.order')}>
      {offered.map((each) => (
        <Link
          key={each}
          className="touch"
          to={searchHref(ask, { sort: each })}
          aria-current={each === sort ? 'true' : undefined}
          preventScrollReset
        >
          {t(`listings.sort.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
