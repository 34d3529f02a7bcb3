import { Link } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'
import type { IconName } from '#app/ui/icon-name.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'
import { stateOf } from './day-stops.tsx'

type Day = BoardPage['agenda'][number]
type Entry = Day['entries'][number]
type Props = Pick<BoardPage, 'agenda' | 'day' | 'today' | 'hub' | 'hubs'>

/** The whole week of the hub: rounds, pickups, who brings something, who is visited, and the days it is shut. */
export function WeekCalendar({ agenda, day, today, hub, hubs }: Props) {
  const { format } = useT()
  const hubOf = hubs.length > 1 && hub ? `&hub=${hub.slug}` : ''
  return (
    <BoardSection name="calendar" count={agenda.reduce((sum, { entries }) => sum + entries.length, 0)}>
      <ol className="calendar">
        {agenda.map(({ date, entries }) => (
          <li key={date} aria-current={date === today ? 'date' : undefined} data-chosen={date === day ? '' : undefined}>
            <h3>
              <Link to={`/board?day=${date}${hubOf}`} className="touch">
                {format.shortDay(date)}
              </Link>
            </h3>
            <Entries entries={entries} isOfMany={hubs.length > 1 && !hub} />
          </li>
        ))}
      </ol>
    </BoardSection>
  )
}

function Entries({ entries, isOfMany }: { entries: readonly Entry[]; isOfMany: boolean }) {
  const { t } = useT()
  if (entries.length === 0) return <p className="soft tiny">{t('board.week.none')}</p>
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Line entry={entry} isOfMany={isOfMany} />
        </li>
      ))}
    </ul>
  )
}

const icons = {
  closed: 'lock',
  round: 'truck',
  pickup: 'hand',
  drop_off: 'inbox',
  collection: 'rotate-cw',
} as const satisfies Record<Entry['kind'], IconName>

function Line({ entry, isOfMany }: { entry: Entry; isOfMany: boolean }) {
  const { t, format } = useT()
  const { what, note } = useWords(entry)
  return (
    <Link
      className="calendar-entry"
      to={entry.to}
      data-kind={entry.kind}
      data-state={'state' in entry ? entry.state : undefined}
    >
      <span>
        <Icon name={icons[entry.kind]} />
        <span className="visually-hidden">{t(`board.calendar.kinds.${entry.kind}`)}, </span>
        {entry.at ? <time dateTime={entry.at}>{format.time(entry.at)}</time> : null}
      </span>
      <b>{what}</b>
      <span className="soft">{[note, isOfMany ? entry.hub : ''].filter(Boolean).join(', ')}</span>
    </Link>
  )
}

function useWords(entry: Entry): { what: string; note: string } {
  const { t, format } = useT()
  switch (entry.kind) {
    case 'closed':
      return { what: t('board.calendar.closed'), note: entry.reason }
    case 'round':
      return {
        what: entry.name,
        note: [
          t('board.rounds.stops', { count: entry.stops }),
          format.kilograms(entry.grams, 'C'),
          t(`rounds.states.${entry.state}`),
        ].join(', '),
      }
    case 'pickup':
      return {
        what: entry.others > 0 ? `${entry.title}, ${t('board.more', { count: entry.others })}` : entry.title,
        note: `${entry.area}, ${t(`board.states.${stateOf(entry)}`)}`,
      }
    case 'drop_off':
      return {
        what: t('board.calendar.brings', { count: entry.booked }),
        note: t('board.calendar.places', { count: entry.capacity }),
      }
    case 'collection':
      return { what: entry.name, note: entry.area }
  }
}
