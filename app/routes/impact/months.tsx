import { Bars } from '#app/ui/bars.tsx'
import { Table } from '#app/ui/table.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Columns } from './columns.tsx'
import type { ImpactPage } from './impact-page.server.ts'

type Props = { months: ImpactPage['months']; today: string | null }

/** Month by month: columns on a desk, bars on a phone, a table for whoever prefers figures. The month that runs is dashed. */
export function Months({ months, today }: Props) {
  const { t, format } = useT()
  const nameOf = (month: string) => format.month(`${month}-15`)
  const shortOf = (month: string) => nameOf(month).slice(0, 3)
  const bars = months.map(({ month, low_g, typ_g, high_g }) => ({
    key: month,
    label: shortOf(month),
    value: format.number(Math.round(typ_g / 1000)),
    amount: typ_g,
    low: low_g,
    high: high_g,
  }))
  const running = today ? months.at(-1)?.month : undefined
  return (
    <section className="section">
      <Title>{t('impact.months.title')}</Title>
      <div className="stack">
        <Columns bars={bars} running={running} label={useSummary(months)} />
        <div className="narrow-only">
          <Bars bars={bars} compact />
        </div>
        <p className="tiny soft">
          <span className="wide-only">{t('impact.months.whisker')} </span>
          {running ? t('impact.months.note') : null}
        </p>
        <details>
          <summary>{t('parts.bars.asTable')}</summary>
          <Table
            caption={t('impact.months.table')}
            rows={months}
            keyOf={({ month }) => month}
            columns={[
              { key: 'month', head: t('impact.months.month'), cell: ({ month }) => nameOf(month) },
              {
                key: 'kg',
                head: t('impact.columns.kilograms'),
                figure: true,
                cell: ({ typ_g }) => format.mass(typ_g).value,
              },
              {
                key: 'low',
                head: t('impact.columns.low'),
                figure: true,
                cell: ({ low_g }) => format.mass(low_g, 'C').value,
              },
              {
                key: 'high',
                head: t('impact.columns.high'),
                figure: true,
                cell: ({ high_g }) => format.mass(high_g, 'C').value,
              },
              {
                key: 'handovers',
                head: t('impact.columns.handovers'),
                figure: true,
                cell: ({ handovers }) => format.number(handovers),
              },
            ]}
          />
        </details>
      </div>
    </section>
  )
}

function useSummary(months: Props['months']) {
  const { t, format } = useT()
  const sorted = months.toSorted((a, b) => a.typ_g - b.typ_g)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most) return ''
  const said = { least: format.month(`${least.month}-15`), most: format.month(`${most.month}-15`) }
  return t('impact.months.summary', {
    ...said,
    leastKilograms: format.kilograms(least.typ_g),
    mostKilograms: format.kilograms(most.typ_g),
  })
}
