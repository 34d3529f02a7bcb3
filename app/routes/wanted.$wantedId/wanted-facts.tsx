import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Hatch } from '#app/ui/hatch.tsx'
import { useLeastSize } from '#app/ui/use-least-size.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { WantedPage } from './wanted-page.server.ts'

export function WantedFacts({ wanted }: Pick<WantedPage, 'wanted'>) {
  const { t, format } = useT()
  const amount = format.amount(wanted.total, wanted.unit)
  const size = useLeastSize()(wanted)
  const within = { km: wanted.radius_m / 1000, area: wanted.area }
  return (
    <>
      <div className="row row--wide much">
        <Hatch mat={wanted.hatch} />
        <div>
          <p className="label">{t('wanted.page.quantity')}</p>
          <p className="figure figure--l">
            {amount.value}
            <small>{amount.unit}</small>
          </p>
        </div>
      </div>
      <DefinitionList
        facts={[
          { term: t('wanted.page.size'), value: size },
          { term: t('wanted.page.condition'), value: t(`wanted.form.conditions.${conditionOf(wanted)}`) },
          { term: t('wanted.page.radius'), value: t('wanted.page.radiusOf', within) },
          { term: t('wanted.page.until'), value: wanted.must_go_by ? format.day(wanted.must_go_by) : null },
          { term: t('wanted.page.purpose'), value: wanted.purpose },
        ]}
      />
    </>
  )
}

function conditionOf({ condition }: WantedPage['wanted']) {
  return condition === null || condition === 'to_repair' ? 'any' : condition
}
