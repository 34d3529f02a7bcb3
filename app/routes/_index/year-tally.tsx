import { Link } from '@remix-run/react'
import { Tally } from '#app/ui/tally.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HomePage } from './home-page.server.ts'

/** The kilograms of the year, straight from the ledger. */
export function YearTally({ total }: Pick<HomePage, 'total'>) {
  const { t, format } = useT()
  const { low_g, typ_g, high_g, weighed } = total.this_year
  const title = (
    <div className="title">
      <h2>{t('home.total.title', { year: String(total.year) })}</h2>
      <Link to="/impact">{t('home.total.link')}</Link>
    </div>
  )
  return (
    <Tally title={title} mass={{ low: low_g, typ: typ_g, high: high_g }}>
      <p className="soft">
        {typ_g > 0 ? t('home.total.note', { percent: format.percent(weighed) }) : t('home.total.none')}
      </p>
    </Tally>
  )
}
