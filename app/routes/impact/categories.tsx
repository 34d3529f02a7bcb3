import type { EuCategory } from '#app/domain/listings/material.ts'
import { Bars } from '#app/ui/bars.tsx'
import type { HatchName } from '#app/ui/hatch.tsx'
import { Table } from '#app/ui/table.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ImpactPage } from './impact-page.server.ts'

const hatches = {
  construction: 'masonry',
  furniture: 'furniture',
  textiles: 'textile',
  eee: 'electric',
  other: 'other',
} as const satisfies Record<EuCategory, HatchName>

type Props = Pick<ImpactPage, 'categories' | 'materials'>

/** The five European re-use categories, largest first, then every material in figures. */
export function Categories({ categories, materials }: Props) {
  const { t, format } = useT()
  const bars = categories.map(({ bucket, low_g, typ_g, high_g }) => ({
    key: bucket,
    label: t(`impact.categories.${bucket as EuCategory}`),
    value: format.kilograms(typ_g),
    amount: typ_g,
    low: low_g,
    high: high_g,
    mat: hatches[bucket as EuCategory],
  }))
  return (
    <div className="stack">
      <Title>{t('impact.categories.title')}</Title>
      <Bars bars={bars} />
      <details>
        <summary>{t('impact.materials.title')}</summary>
        <Table
          caption={t('impact.materials.table')}
          rows={materials}
          keyOf={({ bucket }) => bucket}
          columns={[
            { key: 'material', head: t('impact.materials.material'), cell: ({ name }) => name },
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
        />
      </details>
    </div>
  )
}
