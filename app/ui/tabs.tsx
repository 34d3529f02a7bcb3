import { NavLink } from '@remix-run/react'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import './tabs.css'

export type Tab = { to: string; label: string; icon?: IconName; count?: number }

/** Tabs are links: each has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end preventScrollReset>
          {tab.icon ? <Icon name={tab.icon} /> : null}
          {tab.label}
          {tab.count === undefined ? null : <span className="soft">{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
