import { Link } from '@remix-run/react'
import './week.css'

export type WeekDay = { date: string; name: string; note: string; to: string }

/** Seven days as links; the chosen one is inked. */
export function Week({ label, days, chosen }: { label: string; days: readonly WeekDay[]; chosen: string }) {
  return (
    <div className="week-wrap">
      <nav className="week" aria-label={label}>
        {days.map(({ date, name, note, to }) => (
          <Link key={date} to={to} aria-current={date === chosen ? 'date' : undefined} preventScrollReset>
            {name}
            <b>{Number(date.slice(8))}</b>
            <span>{note}</span>
          </Link>
        ))}
      </nav>
    </div>
  )
}
