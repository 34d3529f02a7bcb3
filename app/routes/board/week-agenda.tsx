import { Link } from '@remix-run/react'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'
import { stateOf } from './day-stops.tsx'

type Trip = BoardPage['rest'][number]

/** The other days of the week, short: when, what, between whom, and whether it stands. */
export function WeekAgenda({ trips }: { trips: readonly Trip[] }) {
  const { t } = useT()
  return (
    <BoardSection name="rest" count={trips.length}>
      {trips.length === 0 ? <p className="soft">{t('board.rest.empty')}</p> : null}
      <ol className="agenda">
        {trips.map((trip) => (
          <Appointment key={trip.id} trip={trip} />
        ))}
      </ol>
    </BoardSection>
  )
}

function Appointment({ trip }: { trip: Trip }) {
  const { t, format } = useT()
  const [first, ...others] = trip.lots
  if (!first) return null
  return (
    <li data-state={trip.state}>
      <time dateTime={trip.starts_at}>
        <b>{format.shortDay(trip.starts_at)}</b> {format.time(trip.starts_at)}
      </time>
      <div>
        <Link to={`/claims/${first.claim_id}`}>{first.title}</Link>
        {others.length > 0 ? `, ${t('board.more', { count: others.length })}` : ''}
        <p className="tiny soft">
          {t('board.day.to', { from: trip.from, to: trip.to })}, {trip.area}
        </p>
      </div>
      <span className="tiny soft">{t(`board.states.${stateOf(trip)}`)}</span>
    </li>
  )
}
