import { Link } from '@remix-run/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { LotPage } from './lot-page.server.ts'

export function LotFacts({ page }: { page: LotPage }) {
  const { t, format } = useT()
  const { hub, lot, origin, parent } = page
  const weight = lot.grade === 'E' || lot.grams === 0 ? t('stock.unweighed') : format.kilograms(lot.grams, lot.grade)
  const isGone = lot.ended_at !== null
  const facts = [
    { term: t('stock.lot.quantity'), value: isGone ? t('stock.lot.gone') : format.quantity(lot.quantity, lot.unit) },
    { term: t('stock.lot.weight'), value: isGone ? undefined : weight },
    { term: t('stock.lot.material'), value: lot.material },
    { term: t('stock.lot.bay'), value: isGone ? undefined : (lot.bay_code ?? t('stock.noBay')) },
    { term: t('stock.lot.arrived'), value: format.dateTime(lot.arrived_at) },
    { term: t('stock.lot.origin'), value: origin && <Link to={`/listings/${origin.id}`}>{origin.title}</Link> },
    { term: t('stock.lot.parent'), value: parent && <Link to={`/hubs/${hub.slug}/stock/${parent}`}>{parent}</Link> },
    { term: t('stock.lot.mixed'), value: lot.is_mixed === 1 ? '✓' : undefined },
    {
      term: t('stock.lot.listing'),
      value:
        lot.is_offered && lot.listing_id ? (
          <Link to={`/listings/${lot.listing_id}`}>{t('stock.offered')}</Link>
        ) : undefined,
    },
  ]
  return <DefinitionList sheet facts={facts.map(({ term, value }) => ({ term, value: value ?? undefined }))} />
}
