import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import type { Column } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection, Nothing } from './board-section.tsx'
import { BoardTable } from './board-table.tsx'

type Lot = BoardPage['review'][number]

/** Lots that go live only once a coordinator has looked, each with the reason it stopped here. */
export function ReviewTable({ lots }: { lots: readonly Lot[] }) {
  const { t, format } = useT()
  const columns: Column<Lot>[] = [
    {
      key: 'lot',
      head: t('board.columns.lot'),
      cell: ({ id, title, quantity, unit }) => (
        <>
          <Link to={`/listings/${id}`}>{title}</Link>, {format.quantity(quantity, unit)}
        </>
      ),
    },
    { key: 'from', head: t('board.columns.from'), cell: ({ from, area }) => [from, area].filter(Boolean).join(', ') },
    {
      key: 'why',
      head: t('board.columns.why'),
      cell: ({ reasons }) =>
        reasons
          .map((reason) => (reason === 'new-donor' ? t('board.review.newDonor') : t(`refused.review.${reason}`)))
          .join(' '),
    },
    { key: 'next', head: t('board.columns.next'), cell: (lot) => <Answer lot={lot} /> },
  ]
  return (
    <BoardSection name="review" count={lots.length}>
      {lots.length > 0 ? <BoardTable name="review" columns={columns} rows={lots} /> : <Nothing name="review" />}
    </BoardSection>
  )
}

function Answer({ lot: { id, title } }: { lot: Lot }) {
  const { t } = useT()
  const about = (action: string) => t('board.about', { action, title })
  return (
    <span className="row">
      <ButtonLink size="s" icon="check" to={`/listings/${id}/approval`} aria-label={about(t('board.review.approve'))}>
        {t('board.review.approve')}
      </ButtonLink>
      <ButtonLink size="s" kind="plain" to={`/listings/${id}/refusal`} aria-label={about(t('board.review.refuse'))}>
        {t('board.review.refuse')}
      </ButtonLink>
    </span>
  )
}
