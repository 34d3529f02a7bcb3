import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Grade } from '#app/ui/grade.tsx'
import { Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { DayView } from './day-view.server.ts'

type Props = Pick<DayView, 'errands' | 'vehicles' | 'outcome' | 'day' | 'seen' | 'hub'>
type Row = DayView['errands'][number]

/** What no vehicle takes yet, with why, and a vehicle to choose. */
export function WaitingTable(props: Props) {
  const { t, format } = useT()
  const rows = props.errands
  if (rows.length === 0)
    return (
      <p className="soft">
        <b>{t('rounds.waiting.emptyTitle')}.</b> {t('rounds.waiting.empty')}
      </p>
    )
  const columns = [
    { key: 'lot', head: t('rounds.waiting.lot'), cell: (row: Row) => <Lot row={row} outcome={props.outcome} /> },
    { key: 'from', head: t('rounds.waiting.from'), cell: (row: Row) => row.collect?.area ?? t('rounds.waiting.hub') },
    { key: 'to', head: t('rounds.waiting.to'), cell: (row: Row) => <Goal row={row} /> },
    { key: 'when', head: t('rounds.waiting.when'), cell: (row: Row) => <When row={row} /> },
    {
      key: 'weight',
      head: t('rounds.waiting.weight'),
      figure: true,
      cell: (row: Row) =>
        row.grams === 0 ? (
          t('rounds.waiting.unknown')
        ) : (
          <>
            {format.kilograms(row.grams, row.grade)} <Grade grade={row.grade} />
          </>
        ),
    },
    {
      key: 'long',
      head: t('rounds.waiting.long'),
      figure: true,
      cell: (row: Row) => (row.longest_mm > 0 ? format.quantity(row.longest_mm, 'mm') : '–'),
    },
    {
      key: 'due',
      head: t('rounds.waiting.due'),
      cell: (row: Row) => (row.must_go_by ? format.due(row.must_go_by) : '–'),
    },
    { key: 'put', head: t('rounds.waiting.put'), cell: (row: Row) => <Put row={row} {...props} /> },
  ]
  return <Table caption={t('rounds.waiting.caption')} columns={columns} rows={rows} keyOf={({ id }) => id} cards />
}

function Lot({ row, outcome }: { row: Row; outcome: Props['outcome'] }) {
  const { t } = useT()
  const why = outcome.leftOut.find(({ id }) => id.startsWith(`${row.id}:`))
  return (
    <>
      <a href={row.collection ? `/collections/${row.collection.id}` : `/claims/${row.claim_id}`}>
        {row.titles.join(', ')}
      </a>
      {why && why.reason !== 'set-aside' ? (
        <p className="tiny soft">{t(`rounds.waiting.reasons.${why.reason}`)}</p>
      ) : null}
    </>
  )
}

function Goal({ row }: { row: Row }) {
  const { t } = useT()
  if (row.lacks_goal) return <b>{t('rounds.waiting.noGoal')}</b>
  return row.deliver ? `${row.to}, ${row.deliver.area}` : t('rounds.waiting.hub')
}

function When({ row }: { row: Row }) {
  const { t, format } = useT()
  if (!row.window) return t('rounds.waiting.anyTime')
  return `${format.time(row.window.from)}–${format.time(row.window.to)}`
}

function Put({ row, vehicles, day, seen, hub }: Props & { row: Row }) {
  const { t } = useT()
  if (row.lacks_goal) return null
  const title = row.titles.join(', ')
  return (
    <Form method="post" action={`/hubs/${hub.slug}/rounds/arrangement`} className="row" preventScrollReset>
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="stop" value={`${row.id}:${row.collect ? 'collect' : 'deliver'}`} />
      <select
        className="box"
        name="vehicle"
        aria-label={t('rounds.stop.about', { action: t('rounds.stop.moveTo'), stop: title })}
      >
        {vehicles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button
        type="submit"
        size="s"
        aria-label={t('rounds.stop.about', { action: t('rounds.waiting.put'), stop: title })}
      >
        {t('rounds.waiting.put')}
      </Button>
    </Form>
  )
}
