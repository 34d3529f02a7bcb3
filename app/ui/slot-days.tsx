import type { ReactNode } from 'react'
import { dayInRome } from '#app/domain/instant.ts'
import { useT } from './use-t.tsx'
import './slot-days.css'

type Props<Slot> = { slots: readonly Slot[]; children: (slot: Slot) => ReactNode }

/** Times to choose from, day by day. */
export function SlotDays<Slot extends { starts_at: string }>({ slots, children }: Props<Slot>) {
  const { format } = useT()
  const days = [...new Set(slots.map(({ starts_at }) => dayInRome(starts_at)))]
  return (
    <ol className="slot-days">
      {days.map((day) => (
        <li key={day}>
          <h3>{format.wholeDay(day)}</h3>
          <div className="row">
            {slots.filter(({ starts_at }) => dayInRome(starts_at) === day).map((slot) => children(slot))}
          </div>
        </li>
      ))}
    </ol>
  )
}
