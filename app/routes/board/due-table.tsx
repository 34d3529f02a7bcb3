import { Link } from '@remix-run/react'
import { Gauge } from '#app/ui/gauge.tsx'
import type { Column } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection, Nothing } from './board-section.tsx'
import { BoardTable } from './board-table.tsx'
import { LotWeight } from './lot-weight.tsx'

type Lot = BoardPage['due'][number]

/** Lots near their last day, and whether anybody wants them. */
export function DueTable({ lots }: { lots: readonly Lot[] }) {
  const { t, format } = useT()
  const columns: Column<Lot>[] = [
    { key: 'lot', head: t('board.columns.lot'), cell: ({ id, title }) => <Link to={`/listings/${id}`}>{title}</Link> },
    { key: 'where', head: t('board.columns.where'), cell: ({ area }) => area },
    { key: 'from', head: t('board.columns.from'), cell: ({ from }) => from },
    {
      key: 'quantity',
      head: t('board.columns.quantity'),
      figure: true,
      cell: ({ quantity, unit }) => (quantity > 0 ? format.quantity(quantity, unit) : t('board.due.promised')),
    },
    {
      key: 'weight',
      head: t('board.columns.weight'),
      figure: true,
      cell: (lot) => (lot.quantity > 0 ? <LotWeight lot={lot} /> : '–'),
    },
    {
      key: 'asking',
      head: t('board.columns.asking'),
      cell: ({ asking }) => (asking > 0 ? t('board.due.asking', { count: asking }) : t('board.due.nobody')),
    },
    { key: 'due', head: t('board.columns.due'), cell: (lot) => <Gauge {...lot} /> },
  ]
  return (
    <BoardSection name="due" count={lots.length}>
      {lots.length > 0 ? <BoardTable name="due" columns={columns} rows={lots} /> : <Nothing name="due" />}
    </BoardSection>
  )
}
