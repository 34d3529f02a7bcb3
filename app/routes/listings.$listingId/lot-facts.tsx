import { Banner } from '#app/ui/banner.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

export function LotFacts({ facts, lot }: Pick<ListingPage, 'facts' | 'lot'>) {
  const { t, format } = useT()
  const access = useAccess(facts.access)
  const available = t('listings.lot.availableOf', {
    available: format.number(amountOf(lot.available, lot.unit)),
    total: format.quantity(lot.total, lot.unit),
  })
  return (
    <section className="stack">
      <h2>{t('listings.lot.how')}</h2>
      {facts.description ? <p className="break">{facts.description}</p> : null}
      {facts.structural ? <Banner icon="triangle-alert">{t('listings.lot.structural')}</Banner> : null}
      <DefinitionList
        facts={[
          { term: t('listings.lot.size'), value: facts.size ? format.size(...facts.size) : null },
          { term: t('listings.lot.available'), value: available },
          {
            term: t('listings.lot.minimum'),
            value: facts.min_claim > 1 ? format.quantity(facts.min_claim, lot.unit) : null,
          },
          {
            term: t('listings.lot.condition'),
            value: facts.condition ? t(`listings.lot.conditions.${facts.condition}`) : null,
          },
          { term: t('listings.lot.access'), value: access },
          { term: t('listings.lot.from'), value: facts.available_from ? format.day(facts.available_from) : null },
          { term: t('listings.lot.until'), value: facts.must_go_by ? format.day(facts.must_go_by) : null },
        ]}
      />
    </section>
  )
}

function useAccess({ floor, has_lift, van_access, help_to_load }: ListingPage['facts']['access']) {
  const { t } = useT()
  const words: string[] = []
  if (floor === 0) words.push(t('listings.lot.floors.ground'))
  if (floor !== null && floor < 0) words.push(t('listings.lot.floors.below'))
  if (floor !== null && floor > 0) words.push(t('listings.lot.floors.up', { floor }))
  if (floor !== null && floor !== 0) words.push(t(has_lift ? 'listings.lot.lift' : 'listings.lot.noLift'))
  if (van_access) words.push(t('listings.lot.van'))
  if (help_to_load) words.push(t('listings.lot.help'))
  return words.join(', ')
}

function amountOf(quantity: number, unit: ListingPage['lot']['unit']) {
  return quantity / { piece: 1, g: 1000, mm: 1000, cm2: 10_000, dm3: 1000 }[unit]
}
