import { Link } from '@remix-run/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageOf } from '#app/ui/posting-pages.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { Preview } from './preview.server.ts'

/** The lot's card, and the facts that a card leaves out. */
export function AsOthersSeeIt({ page }: { page: Preview }) {
  const { t, format } = useT()
  const { from, until } = page.days
  const days = [
    from && t('posting.confirm.from', { day: format.day(from) }),
    until && t('posting.confirm.until', { day: format.day(until) }),
  ].filter(Boolean)
  const facts = [
    {
      term: t('posting.confirm.place'),
      value: page.view.place ? `${page.view.place.area}, ${page.view.place.municipality}` : null,
    },
    { term: t('posting.confirm.days'), value: days.length > 0 ? days.join(', ') : t('posting.confirm.anyDay') },
    { term: t('posting.confirm.rule'), value: t(`posting.pickup.rules.${page.rule}`) },
  ]
  return (
    <div className="sheet stack">
      <LotCard lot={page.lot} heading="h2" eager />
      <DefinitionList facts={facts} />
      <p className="row">
        {(['material', 'measures', 'pickup'] as const).map((step) => (
          <Link key={step} className="touch" to={pageOf(page.view.id, step)}>
            {t('posting.confirm.edit')}: {t(`posting.steps.${step}`).toLowerCase()}
          </Link>
        ))}
      </p>
    </div>
  )
}
