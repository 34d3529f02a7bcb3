import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PlaceMap } from '#app/ui/place-map.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedSize } from '#app/ui/wanted-size.tsx'
import type { WantedPage } from './wanted-page.server.ts'

export function WantedFacts({ wanted, place }: Pick<WantedPage, 'wanted' | 'place'>) {
  const { t, format } = useT()
  const within = { distance: format.distance(wanted.radius_m), area: wanted.area }
  return (
    <>
      <DefinitionList
        facts={[
          { term: t('wanted.page.quantity'), value: format.quantity(wanted.total, wanted.unit) },
          { term: t('wanted.page.size'), value: <WantedSize {...wanted} /> },
          { term: t('wanted.page.condition'), value: t(`wanted.form.conditions.${conditionOf(wanted)}`) },
          { term: t('wanted.page.radius'), value: t('wanted.page.radiusOf', within) },
          { term: t('wanted.page.until'), value: wanted.must_go_by ? format.day(wanted.must_go_by) : null },
          { term: t('wanted.page.purpose'), value: wanted.purpose },
        ]}
      />
      <section className="stack">
        <h2>{t('wanted.page.where')}</h2>
        <PlaceMap {...place} />
        <p className="soft">{t('wanted.page.circle', { area: place.area })}</p>
      </section>
    </>
  )
}

function conditionOf({ condition }: WantedPage['wanted']) {
  return condition === null || condition === 'to_repair' ? 'any' : condition
}
