import type { ReactNode } from 'react'
import type { HatchName } from './hatch.tsx'
import { Hatch } from './hatch.tsx'
import './empty.css'

type Props = { title: string; mat?: HatchName; action?: ReactNode; children?: ReactNode; heading?: 'h2' | 'h3' }

/** Nothing here: why, and one thing to do. */
export function Empty({ title, mat = 'other', action, children, heading: Heading = 'h3' }: Props) {
  return (
    <div className="empty">
      <Hatch mat={mat} />
      <Heading className="head-s">{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  )
}
