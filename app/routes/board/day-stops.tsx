import { Link } from '@remix-run/react'
import { Stops } from '#app/ui/stops.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection, Nothing } from './board-section.tsx'
import { LotWeight } from './lot-weight.tsx'

type Trip = BoardPage['trips'][number]

/** The pickups of the chosen day in the order of the clock, with the door to ring at. */
export function DayStops({ trips }: { trips: readonly Trip[] }) {
  const stops = trips.map((trip) => ({
    id: trip.id,
    kind: 'collect' as const,
    done: trip.state === 'completed',
    place: [trip.street, trip.area].filter(Boolean).join(', '),
    note: <StopNote trip={trip} />,
    at: trip.starts_at,
  }))
  return (
    <BoardSection name="day" count={trips.length}>
      {stops.length > 0 ? <Stops stops={stops} /> : <Nothing name="day" />}
    </BoardSection>
  )
}

function StopNote({ trip }: { trip: Trip }) {
  const { t, format } = useT()
  const first = trip.lots[0]
  const mayMove = trip.state === 'proposed' || trip.state === 'confirmed'
  return (
    <>
      <span className="board-lots">
        {trip.lots.map((lot) => (
          <span key={lot.claim_id}>
            <Link to={`/claims/${lot.claim_id}`}>{lot.title}</Link>,{' '}
            {lot.unit === 'g' && lot.quantity === lot.grams ? null : `${format.quantity(lot.quantity, lot.unit)}, `}
            <LotWeight lot={lot} />
          </span>
        ))}
      </span>
      <span className="board-line">
        <span>{t('board.day.to', { from: trip.from, to: trip.to })}</span>
        <b>{t(`board.states.${stateOf(trip)}`)}</b>
        {mayMove && first ? (
          <Link
            className="touch"
            to={`/claims/${first.claim_id}/pickups/new`}
            aria-label={t('board.about', { action: t('board.move'), title: first.title })}
          >
            {t('board.move')}
          </Link>
        ) : null}
      </span>
    </>
  )
}

/** The four states the board shows; called-off pickups never reach it. */
export function stateOf({ state }: Pick<Trip, 'state'>) {
  return state === 'cancelled' || state === 'failed' ? 'completed' : state
}
