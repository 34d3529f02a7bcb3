import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Gauge } from '#app/ui/gauge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

/** Who will get it and why: said before anybody asks, and checkable after. */
export function LotRule({ rule }: Pick<ListingPage, 'rule'>) {
  const { t, format } = useT()
  const { now, closes_at, reserved_until, quota, asking, commitment } = rule
  const isOpen = now === 'window_open'
  return (
    <section className="stack" id="rule">
      <h2>{t('allocation.title')}</h2>
      <p>{t(`allocation.rules.${now}`, { when: closes_at ? format.dateTime(closes_at) : '' })}</p>
      {isOpen ? <Order reserved_until={reserved_until} /> : null}
      <DefinitionList
        facts={[
          {
            term: t('allocation.facts.closes'),
            value: isOpen && closes_at ? <Gauge urgency={rule.closing} must_go_by={closes_at} /> : null,
          },
          { term: t('allocation.facts.asked'), value: t('claims.count', { count: asking }) },
          {
            term: t('allocation.facts.first'),
            value:
              now === 'first_come' && reserved_until
                ? t('allocation.order.reserved', { when: format.day(reserved_until) })
                : null,
          },
          { term: t('allocation.facts.quota'), value: quota ? t('allocation.quota', quota) : null },
        ]}
      />
      {isOpen && commitment ? (
        <p className="tiny soft break">
          <Icon name="lock" inline /> {t('allocation.sealed')} <code>{commitment}</code>
        </p>
      ) : null}
    </section>
  )
}

/** What comes first when there is not enough for everybody. */
function Order({ reserved_until }: { reserved_until: string | null }) {
  const { t, format } = useT()
  return (
    <div className="stack stack--s">
      <p>{t('allocation.order.lead')}</p>
      <ol className="points points--numbered">
        {reserved_until ? <li>{t('allocation.order.reserved', { when: format.day(reserved_until) })}</li> : null}
        <li>{t('allocation.order.whole')}</li>
        <li>{t('allocation.order.quota')}</li>
        <li>{t('allocation.order.reliability')}</li>
        <li>{t('allocation.order.draw')}</li>
      </ol>
    </div>
  )
}
