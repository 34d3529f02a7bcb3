import { Link } from '@remix-run/react'
import { Tally } from '#app/ui/tally.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ImpactPage } from './impact-page.server.ts'

/** The headline: kilograms in use, confirmed by two people, between what and what, and since when. */
export function Top({ page: { total, ever, year, years, today } }: { page: ImpactPage }) {
  const { t, format } = useT()
  const day = today ? `${Number(today.slice(8))} ${format.month(today)}` : ''
  const period = today ? t('impact.periodSoFar', { day }) : t('impact.periodYear', { year: String(year) })
  const head = (
    <div className="stack stack--s">
      <h1>{t('impact.title')}</h1>
      <p className="lead">{t('impact.lead', { period })}</p>
    </div>
  )
  return (
    <Tally title={head} mass={{ low: total.low_g, typ: total.typ_g, high: total.high_g }} top>
      {total.handovers === 0 ? <p>{t('impact.none')}</p> : null}
      {years.length > 1 ? <Years years={years} year={year} /> : null}
      {years.length > 1 ? (
        <p>{t('impact.ever', { kilograms: format.kilograms(ever.typ_g), handovers: ever.handovers })}</p>
      ) : null}
    </Tally>
  )
}

function Years({ years, year }: { years: readonly number[]; year: number }) {
  const { t } = useT()
  return (
    <nav className="row" aria-label={t('impact.years')}>
      {years.map((each) => (
        <Link key={each} to={`?year=${each}`} preventScrollReset aria-current={each === year ? 'page' : undefined}>
          {each}
        </Link>
      ))}
    </nav>
  )
}
