import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import type { Column } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'
import { BoardTable } from './board-table.tsx'

type NoShow = BoardPage['contested'][number]

/** Missed pickups with two accounts of them. Not there at all when there is none. */
export function Contested({ noShows }: { noShows: readonly NoShow[] }) {
  const { t, format } = useT()
  if (noShows.length === 0) return null
  const columns: Column<NoShow>[] = [
    {
      key: 'lot',
      head: t('board.columns.lot'),
      cell: ({ claim_id, title }) => <Link to={`/claims/${claim_id}`}>{title}</Link>,
    },
    { key: 'when', head: t('board.columns.when'), cell: ({ starts_at }) => format.dateTime(starts_at) },
    { key: 'people', head: t('board.columns.people'), cell: ({ from, to }) => t('board.day.to', { from, to }) },
    { key: 'why', head: t('board.columns.why'), cell: ({ contest_note }) => contest_note },
    { key: 'next', head: t('board.columns.next'), cell: (noShow) => <Step noShow={noShow} /> },
  ]
  return (
    <BoardSection name="contested" count={noShows.length}>
      <BoardTable name="contested" columns={columns} rows={noShows} />
    </BoardSection>
  )
}

function Step({ noShow: { id, title, may_decide } }: { noShow: NoShow }) {
  const { t } = useT()
  if (!may_decide) return <span className="soft">{t('board.contested.notYou')}</span>
  const action = t('board.decide')
  return (
    <ButtonLink size="s" to={`/no-shows/${id}/decision`} aria-label={t('board.about', { action, title })}>
      {action}
    </ButtonLink>
  )
}
