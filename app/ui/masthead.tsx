import { Link, NavLink, useLocation } from '@remix-run/react'
import type { Key } from '#app/i18n/catalogue.ts'
import { locales } from '#app/i18n/locale.ts'
import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import { Wordmark } from './wordmark.tsx'
import './masthead.css'

export type Visitor = { id: string; name: string; is_staff: boolean; unseen: number }

/** `later` waits for a wider screen; it is in the footer too. */
type Door = { to: string; label: Key; later?: true }

const everyone: Door[] = [
  { to: '/listings', label: 'shell.nav.listings' },
  { to: '/impact', label: 'shell.nav.impact' },
  { to: '/about', label: 'shell.nav.about', later: true },
]
const hubs: Door = { to: '/hubs', label: 'shell.nav.hubs', later: true }
const claims: Door = { to: '/claims', label: 'shell.nav.claims' }
const board: Door = { to: '/board', label: 'shell.nav.board' }

export function Masthead({ visitor }: { visitor: Visitor | undefined }) {
  const { t } = useT()
  const doors = [...everyone, ...(visitor ? [claims] : [hubs]), ...(visitor?.is_staff ? [board] : [])]
  return (
    <header className="masthead">
      <div className="page">
        <Wordmark label={t('shell.home')} />
        <nav aria-label={t('shell.nav.label')}>
          {doors.map(({ to, label, later }) =>
            to.includes('#') ? (
              <Link key={to} to={to} data-later={later}>
                {t(label)}
              </Link>
            ) : (
              <NavLink key={to} to={to} prefetch="intent" data-later={later}>
                {t(label)}
              </NavLink>
            ),
          )}
        </nav>
        <div className="tools">
          <Languages />
          {visitor ? <Bell unseen={visitor.unseen} /> : null}
          <span className="wide">
            <ButtonLink to="/listings/new" size="s" icon="plus">
              {t('shell.offer')}
            </ButtonLink>
          </span>
          {visitor ? (
            <Link className="wide name" to="/account">
              {visitor.name}
            </Link>
          ) : (
            <Link className="enter" to="/sign-in">
              {t('shell.signIn')}
            </Link>
          )}
        </div>
      </div>
    </header>
  )
}

function Bell({ unseen }: { unseen: number }) {
  const { t } = useT()
  return (
    <Link
      className="bell"
      to="/notices"
      aria-label={unseen ? t('shell.unseen', { count: unseen }) : t('shell.notices')}
    >
      <Icon name="bell" />
      {unseen ? <b aria-hidden="true">{unseen}</b> : null}
    </Link>
  )
}

/** Plain links: they keep the page, set the cookie and work without JavaScript. */
function Languages() {
  const { t, locale } = useT()
  const { pathname, search } = useLocation()
  return (
    <div className="lang" role="group" aria-label={t('shell.language')}>
      {locales.map((each) => (
        <a
          key={each}
          href={inLanguage(pathname, search, each)}
          lang={each}
          hrefLang={each}
          aria-label={names[each]}
          aria-current={each === locale ? 'true' : undefined}
        >
          {each.toUpperCase()}
        </a>
      ))}
    </div>
  )
}

const names = { it: 'Italiano', en: 'English' }

export function inLanguage(pathname: string, search: string, locale: string) {
  const query = new URLSearchParams(search)
  query.set('lang', locale)
  return `${pathname}?${query.toString()}`
}
