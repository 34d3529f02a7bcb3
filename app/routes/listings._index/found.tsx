import { Link } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { without } from '#app/domain/discovery/search-filters.ts'
import { type Sort, searchHref, sorts } from '#app/domain/discovery/search-href.ts'
import { Banner } from '#app/ui/banner.tsx'
import { KeepSearch } from '#app/ui/keep-search.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'

/** A way to hear of more, how much answers, in which order, and which words were forgiven. */
export function Found({ page }: { page: BrowsePage }) {
  const { ask, understood, counted, sort, instead } = page
  const { t, format } = useT()
  const hasList = (understood.cut?.lines.length ?? 0) > 0
  return (
    <>
      <KeepSearch ask={keptOf(page)} />
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

/** A list of cuts of which nothing can be read asks nothing, and nothing of it is worth keeping. */
function keptOf({ ask, understood: { cut } }: BrowsePage) {
  return cut?.lines.length === 0 ? { ...ask, ...without('cut') } : ask
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
