import { Link, useLocation } from '@remix-run/react'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './pager.css'

/** Pages as links: the rest of the address stays. */
export function Pager({ page, pages, name = 'page' }: { page: number; pages: number; name?: string }) {
  const { t } = useT()
  const { pathname, search } = useLocation()
  if (pages < 2) return null
  const to = (number: number) => {
    const query = new URLSearchParams(search)
    query.set(name, String(number))
    return `${pathname}?${query.toString()}`
  }
  return (
    <nav className="pager" aria-label={t('parts.pager.label')}>
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev">
          <Icon name="arrow-left" />
          {t('parts.pager.previous')}
        </Link>
      ) : (
        <span />
      )}
      <span className="label" aria-current="page">
        {t('parts.pager.at', { page, pages })}
      </span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next">
          {t('parts.pager.next')}
          <Icon name="arrow-right" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
