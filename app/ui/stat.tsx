import type { ReactNode } from 'react'
import { Figure } from './figure.tsx'
import './stat.css'

export const Stats = ({ children }: { children: ReactNode }) => <div className="stats">{children}</div>

type Props = { label: string; value: string; unit?: string; children?: ReactNode }

/** A label, a figure, one line of context: never a bare number. */
export function Stat({ label, value, unit, children }: Props) {
  return (
    <div className="stat">
      <span className="label">{label}</span>
      <Figure value={value} unit={unit} size="l" />
      {children ? <p>{children}</p> : null}
    </div>
  )
}
