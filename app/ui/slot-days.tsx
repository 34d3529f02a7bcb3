import type { ReactNode } from 'react'
import { byRomanDay } from '#app/domain/instant.ts'
import { useT } from './use-t.tsx'
import './slot-days.css'

type Props<Slot> = { slots: readonly Slot[]; children: (slot: Slot) => ReactNode }

/** Times to choose from, day by day. */
export function SlotDays<Slot extends { starts_at: string }>({ slots, children }: Props<Slot>) {
  const { format } = useT()
  return (
    <ol className="slot-days">
      {byRomanDay(slots).map(([day, onDay]) => (
        <li key={day}>
          <h3>{format.wholeDay(day)}</h3>
          <div className="row">{onDay.map((slot) => children(slot))}</div>
        </li>
      ))}
    </ol>
  )
}
