import { Link, useLocation } from '@remix-run/react'
import { type Column, Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props<Row> = {
  name: 'overdue' | 'contested' | 'undated' | 'unanswered' | 'due' | 'review'
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

const atFirst = 6

/** The first rows of a list, and the others behind a link, so that the board stays one board. */
export function BoardTable<Row extends { id: string }>({ name, columns, rows }: Props<Row>) {
  const { t } = useT()
  const { search } = useLocation()
  const query = new URLSearchParams(search)
  const isWhole = query.get('all') === name || rows.length <= atFirst
  query.set('all', name)
  return (
    <>
      <Table
        caption={t(`board.${name}.title`)}
        columns={columns}
        rows={isWhole ? rows : rows.slice(0, atFirst)}
        keyOf={({ id }) => id}
        cards
      />
      {isWhole ? null : (
        <p>
          <Link className="touch" to={`/board?${query.toString()}#${name}`} preventScrollReset>
            {t('board.showAll', { count: rows.length })}
          </Link>
        </p>
      )}
    </>
  )
}
