import { Link } from '@remix-run/react'
import { letterOf } from '#app/ui/day-spot.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'

type Round = BoardPage['rounds'][number]
type Props = Pick<BoardPage, 'rounds' | 'day' | 'hub' | 'hubs'>

/** The day's rounds, one line for each vehicle, lettered as on the map. */
export function DayRounds({ rounds, day, hub, hubs }: Props) {
  const { t } = useT()
  const [only] = hub ? [hub] : hubs
  return (
    <BoardSection name="rounds" count={rounds.length}>
      {rounds.length === 0 ? (
        <p className="soft">
          {t('board.rounds.none')}{' '}
          {only ? <Link to={`/hubs/${only.slug}/rounds?day=${day}`}>{t('board.rounds.plan')}</Link> : null}
        </p>
      ) : null}
      <ol className="day-rounds">
        {rounds.map((round, index) => (
          <RoundLine key={round.id} round={round} letter={letterOf(index)} />
        ))}
      </ol>
    </BoardSection>
  )
}

function RoundLine({ round, letter }: { round: Round; letter: string }) {
  const { t, format } = useT()
  const { id, vehicle_name, state, stops, grams, leaves_at, returns_at, metres, driver_name } = round
  const made = stops.filter((stop) => stop.state !== 'planned').length
  const facts = [
    t('board.rounds.stops', { count: stops.length }),
    format.kilograms(grams, 'C'),
    format.distance(metres),
    leaves_at && returns_at
      ? t('board.rounds.times', { from: format.time(leaves_at), to: format.time(returns_at) })
      : '',
    driver_name ?? '',
  ]
  return (
    <li data-state={state}>
      <span className="no">{letter}</span>
      <div>
        <Link to={`/rounds/${id}`}>
          <b>{vehicle_name}</b>
        </Link>
        <p className="tiny soft">{facts.filter(Boolean).join(', ')}</p>
      </div>
      <span className="tiny">
        {state === 'closed' ? <Icon name="check" /> : null}
        {state === 'in_progress' ? t('board.rounds.made', { made, all: stops.length }) : t(`rounds.states.${state}`)}
      </span>
    </li>
  )
}
