import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import type { Column } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'
import { BoardTable } from './board-table.tsx'
import { LotWeight } from './lot-weight.tsx'

type Trip = BoardPage['overdue'][number]

/** Agreed and gone by, with no handover: the first thing to clear up. Not there at all when there is none. */
export function Overdue({ trips }: { trips: readonly Trip[] }) {
  const { t, format } = useT()
  if (trips.length === 0) return null
  const columns: Column<Trip>[] = [
    { key: 'lot', head: t('board.columns.lot'), cell: (trip) => <Lots trip={trip} /> },
    { key: 'when', head: t('board.columns.when'), cell: ({ starts_at }) => format.dateTime(starts_at) },
    { key: 'where', head: t('board.columns.where'), cell: ({ street, area }) => street || area },
    { key: 'people', head: t('board.columns.people'), cell: ({ from, to }) => t('board.day.to', { from, to }) },
    { key: 'weight', head: t('board.columns.weight'), figure: true, cell: (trip) => <Weights trip={trip} /> },
    { key: 'next', head: t('board.columns.next'), cell: (trip) => <Move trip={trip} /> },
  ]
  return (
    <BoardSection name="overdue" count={trips.length}>
      <BoardTable name="overdue" columns={columns} rows={trips} />
    </BoardSection>
  )
}

function Lots({ trip }: { trip: Trip }) {
  const { format } = useT()
  return trip.lots.map(({ claim_id, title, quantity, unit }) => (
    <span key={claim_id} className="board-lot">
      <Link to={`/claims/${claim_id}`}>{title}</Link>, {format.quantity(quantity, unit)}
    </span>
  ))
}

function Weights({ trip }: { trip: Trip }) {
  return trip.lots.map((lot) => (
    <span key={lot.claim_id} className="board-lot">
      <LotWeight lot={lot} />
    </span>
  ))
}

function Move({ trip: { state, lots } }: { trip: Trip }) {
  const { t } = useT()
  const first = lots[0]
  if (!first || (state !== 'proposed' && state !== 'confirmed')) return null
  const steps = [
    { action: t('board.move'), to: `/claims/${first.claim_id}/pickups/new` },
    ...(state === 'confirmed' ? [{ action: t('board.missed'), to: `/claims/${first.claim_id}/no-show` }] : []),
  ]
  return (
    <span className="row row--buttons">
      {steps.map(({ action, to }) => (
        <ButtonLink key={to} size="s" to={to} aria-label={t('board.about', { action, title: first.title })}>
          {action}
        </ButtonLink>
      ))}
    </span>
  )
}
