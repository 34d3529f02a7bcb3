import type { CSSProperties } from 'react'
import type { HatchName } from './hatch.tsx'
import './hatch.css'
import './bars.css'

export type Bar = {
  key: string
  label: string
  value: string
  amount: number
  low: number
  high: number
  mat?: HatchName
}

/** Bars from zero, each with its range as a whisker; the value is written beside each, so the drawing is decoration. */
export function Bars({ bars, compact = false }: { bars: readonly Bar[]; compact?: boolean }) {
  const max = Math.max(1, ...bars.map(({ high }) => high))
  return (
    <ul className={compact ? 'bars bars--compact' : 'bars'} style={{ '--max': max } as CSSProperties}>
      {bars.map(({ key, label, value, amount, low, high, mat }) => (
        <li key={key} data-mat={mat} style={{ '--v': amount, '--lo': low, '--hi': high } as CSSProperties}>
          <span>{label}</span>
          {compact ? null : <b>{value}</b>}
          <div className="bar" aria-hidden="true">
            <i />
            <u />
          </div>
          {compact ? <b>{value}</b> : null}
        </li>
      ))}
    </ul>
  )
}
