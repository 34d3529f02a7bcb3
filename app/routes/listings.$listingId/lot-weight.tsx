import { Grade } from '#app/ui/grade.tsx'
import { Range } from '#app/ui/range.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

/** The weight with its range and how it is known; and what the ledger already counts of this lot. */
export function LotWeight({ lot, counted }: Pick<ListingPage, 'lot' | 'counted'>) {
  const { t, format } = useT()
  return (
    <section className="stack">
      <h2>{t('listings.lot.weight')}</h2>
      {lot.weight ? (
        <>
          <Range {...lot.weight} />
          <p className="row row--top">
            <Grade grade={lot.weight.grade} />
            <span>
              <b>{t(`parts.grade.short.${lot.weight.grade}`)}.</b> {t('listings.lot.weighedAgain')}
            </span>
          </p>
        </>
      ) : (
        <p>{t('listings.lot.unweighed')}</p>
      )}
      {counted.typ_g > 0 ? (
        <dl className="dl">
          <div>
            <dt>{t('listings.lot.collected')}</dt>
            <dd>
              {format.kilograms(counted.typ_g)}{' '}
              <span className="soft">({format.range(counted.low_g, counted.high_g)})</span>
            </dd>
          </div>
        </dl>
      ) : null}
    </section>
  )
}
