import type { ReactNode } from 'react'
import './action-bar.css'

/** On task pages: what is saved, and the next step, under the thumb. */
export function ActionBar({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="actionbar">
      {note ? (
        <span className="label" role="status">
          {note}
        </span>
      ) : null}
      {children}
    </div>
  )
}
