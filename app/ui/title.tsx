import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** A section's title hangs from the heavy rule, its link at the far end. */
export function Title({ children, to, link }: { children: ReactNode; to?: string; link?: ReactNode }) {
  return (
    <div className="title">
      <h2>{children}</h2>
      {to ? <Link to={to}>{link}</Link> : null}
    </div>
  )
}
