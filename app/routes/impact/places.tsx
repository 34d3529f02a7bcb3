import { Table } from '#app/ui/table.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ImpactPage } from './impact-page.server.ts'

/** By the municipality the things came from; the last row is the headline again. */
export function Places({ municipalities, total }: Pick<ImpactPage, 'municipalities' | 'total'>) {
  const { t, format } = useT()
  return (
    <div className="stack">
      <Title>{t('impact.municipalities.title')}</Title>
      <Table
        caption={t('impact.municipalities.table')}
        rows={municipalities}
        keyOf={({ bucket }) => bucket}
        columns={[
          { key: 'name', head: t('impact.municipalities.municipality'), cell: ({ name }) => name },
          {
            key: 'handovers',
            head: t('impact.columns.handovers'),
            figure: true,
            cell: ({ handovers }) => format.number(handovers),
          },
          {
            key: 'kg',
            head: t('impact.columns.kilograms'),
            figure: true,
            cell: ({ typ_g }) => format.mass(typ_g).value,
          },
          {
            key: 'weighed',
            head: t('impact.columns.weighed'),
            figure: true,
            cell: ({ weighed }) => format.percent(weighed),
          },
        ]}
        foot={
          <tr>
            <th scope="row">{t('impact.columns.total')}</th>
            <td className="n">{format.number(total.handovers)}</td>
            <td className="n">{format.mass(total.typ_g).value}</td>
            <td className="n">{format.percent(total.weighed)}</td>
          </tr>
        }
      />
    </div>
  )
}
