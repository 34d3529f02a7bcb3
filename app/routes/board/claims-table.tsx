import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import type { Column } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection, Nothing } from './board-section.tsx'
import { BoardTable } from './board-table.tsx'
import { LotWeight } from './lot-weight.tsx'

type Claim = BoardPage['undated'][number]
type Props = { claims: readonly Claim[]; name: 'undated' | 'unanswered' }

/** Claims that wait for a hand: a date to propose, or a donor to nudge. */
export function ClaimsTable({ claims, name }: Props) {
  const { t, format } = useT()
  const columns: Column<Claim>[] = [
    {
      key: 'lot',
      head: t('board.columns.lot'),
      cell: ({ id, title, quantity, unit }) => (
        <>
          <Link to={`/claims/${id}`}>{title}</Link>, {format.quantity(quantity, unit)}
        </>
      ),
    },
    { key: 'where', head: t('board.columns.where'), cell: ({ area }) => area },
    {
      key: 'people',
      head: t('board.columns.people'),
      cell: (claim) => t('board.day.to', { from: claim.from, to: claim.to }),
    },
    { key: 'weight', head: t('board.columns.weight'), figure: true, cell: (claim) => <LotWeight lot={claim} /> },
    name === 'undated'
      ? {
          key: 'days',
          head: t('board.columns.days'),
          cell: ({ days }) => days.map((day) => t(`claims.weekdays.${day}`)).join(', ') || t('board.anyDay'),
        }
      : { key: 'asked', head: t('board.columns.asked'), cell: ({ requested_at }) => format.shortDay(requested_at) },
    {
      key: 'due',
      head: t('board.columns.due'),
      cell: ({ must_go_by }) => (must_go_by ? format.due(must_go_by) : t('parts.gauge.none')),
    },
    { key: 'next', head: t('board.columns.next'), cell: (claim) => <Step claim={claim} name={name} /> },
  ]
  return (
    <BoardSection name={name} count={claims.length}>
      {claims.length > 0 ? <BoardTable name={name} columns={columns} rows={claims} /> : <Nothing name={name} />}
    </BoardSection>
  )
}

function Step({ claim: { id, title }, name }: { claim: Claim; name: Props['name'] }) {
  const { t } = useT()
  const action = t(name === 'undated' ? 'board.propose' : 'board.see')
  return (
    <ButtonLink
      size="s"
      to={name === 'undated' ? `/claims/${id}/pickups/new` : `/claims/${id}`}
      aria-label={t('board.about', { action, title })}
    >
      {action}
    </ButtonLink>
  )
}
