import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ImpactPage } from './impact-page.server.ts'

/** What is on no total, so that nobody has to guess. */
export function Uncounted({ uncounted: rest }: Pick<ImpactPage, 'uncounted'>) {
  const { t, format } = useT()
  return (
    <section className="section">
      <Title>{t('impact.uncounted.title')}</Title>
      <div className="halves">
        <DefinitionList
          facts={[
            { term: t('impact.uncounted.stock'), value: format.kilograms(rest.stock_g) },
            { term: t('impact.uncounted.offered'), value: format.kilograms(rest.offered_g, 'C') },
            { term: t('impact.uncounted.waste'), value: format.kilograms(rest.waste_g) },
            {
              term: t('impact.uncounted.unweighed'),
              value: t('impact.uncounted.handovers', { count: rest.unweighed }),
            },
            {
              term: t('impact.uncounted.unconfirmed'),
              value: t('impact.uncounted.handovers', { count: rest.unconfirmed }),
            },
          ]}
        />
        <p>{t('impact.carbon')}</p>
      </div>
    </section>
  )
}
