import type { ReactNode } from 'react'
import './table.css'

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Set to the right, as figures are. */
  figure?: boolean
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Under 40 rem each row becomes a block with its labels. */
  cards?: boolean
  foot?: ReactNode
}

export function Table<Row>({ caption, columns, rows, keyOf, cards = false, foot }: Props<Row>) {
  const [first, ...others] = columns
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table className={cards ? 'table table--cards' : 'table'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, figure }) => (
              <th key={key} scope="col" className={figure ? 'n' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {first ? <th scope="row">{first.cell(row)}</th> : null}
              {others.map(({ key, head, cell, figure }) => (
                <td key={key} data-l={head} className={figure ? 'n' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  )
}
