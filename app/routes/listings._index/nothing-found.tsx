import { Link } from '@remix-run/react'
import { without } from '#app/domain/discovery/search-filters.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'
import { filterWords } from './filter-words.ts'
import { ListEnd } from './list-end.tsx'

/** Nothing answers: which filter is in the way, and what else can be done. */
export function NothingFound({ page }: { page: BrowsePage }) {
  const translator = useT()
  const { t } = translator
  const { ask, loosened } = page
  return (
    <>
      <Empty
        heading="h2"
        title={t('listings.empty.title')}
        mat="wood"
        action={
          loosened.length === 0 ? <ButtonLink to="/listings">{t('listings.empty.action')}</ButtonLink> : undefined
        }
      >
        {t(loosened.length > 0 ? 'browse.emptyLoosen' : 'browse.emptyText')}
      </Empty>
      {loosened.length > 0 ? (
        <ul className="loosen">
          {loosened.map(({ drop, lots }) => (
            <li key={drop}>
              <Link className="touch" to={searchHref(ask, without(drop))}>
                {t('browse.loosen', { filter: filterWords(drop, page, translator) })}
              </Link>
              <span>{t('browse.loosened', { count: lots })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <ListEnd page={page} />
    </>
  )
}
