import { NavLink } from '@remix-run/react'
import type { Key } from '#app/i18n/catalogue.ts'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './dock.css'

/** The four doors under the thumb; task pages hide it and keep their own action there. */
export function Dock({ isMember }: { isMember: boolean }) {
  const { t } = useT()
  const doors: { to: string; icon: IconName; label: Key }[] = [
    { to: '/listings', icon: 'search', label: 'shell.dock.search' },
    { to: '/listings/new', icon: 'package-plus', label: 'shell.dock.offer' },
    { to: '/claims', icon: 'inbox', label: 'shell.dock.claims' },
    isMember
      ? { to: '/account', icon: 'user', label: 'shell.dock.profile' }
      : { to: '/sign-in', icon: 'user', label: 'shell.signIn' },
  ]
  return (
    <nav className="dock" aria-label={t('shell.dock.label')}>
      {doors.map(({ to, icon, label }) => (
        <NavLink key={to} to={to} end={to === '/listings'}>
          <Icon name={icon} />
          {t(label)}
        </NavLink>
      ))}
    </nav>
  )
}
