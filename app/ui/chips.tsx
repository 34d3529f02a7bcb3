import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { HatchName } from './hatch.tsx'
import { Hatch } from './hatch.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './chips.css'

export function Chips({ label, children }: { label?: string; children: ReactNode }) {
  const { t } = useT()
  return (
    <div className="chips" role="group" aria-label={label ?? t('parts.filters')}>
      {children}
    </div>
  )
}

type Props = { to: string; children: ReactNode; on?: boolean; mat?: HatchName | undefined; count?: number }

/** A filter as a link: `to` is the page with it turned the other way. */
export function Chip({ to, children, on = false, mat, count }: Props) {
  const { t } = useT()
  return (
    <Link className="chip" to={to} aria-current={on ? 'true' : undefined} preventScrollReset discover="none">
      {mat ? <Hatch mat={mat} /> : null}
      {children}
      {count === undefined ? null : <span className="n">{count}</span>}
      {on ? (
        <>
          <Icon name="x" />
          <span className="visually-hidden">{t('parts.remove')}</span>
        </>
      ) : null}
    </Link>
  )
}
