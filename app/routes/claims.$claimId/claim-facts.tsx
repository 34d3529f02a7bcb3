import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ReliabilityWords } from '#app/ui/reliability-words.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** What was asked, as it was asked. */
export function ClaimFacts({ claim, side, other }: Pick<ClaimPage, 'claim' | 'side' | 'other'>) {
  const { t, format } = useT()
  const days = claim.days
    ? claim.days
        .split(',')
        .map((day) => t(`claims.weekdays.${day as Day}`))
        .join(', ')
    : t('claims.anyDay')
  const amount = (quantity: number) => (quantity > 0 ? format.quantity(quantity, claim.unit) : null)
  return (
    <DefinitionList
      facts={[
        {
          term: t(side === 'donor' ? 'claims.facts.sentBy' : 'reliability.donorTerm'),
          value: (
            <>
              <a href={other.path}>{other.name}</a>
              {other.reliability ? (
                <p className="tiny soft">
                  <ReliabilityWords of={side === 'donor' ? 'claimant' : 'donor'} reliability={other.reliability} />
                </p>
              ) : null}
            </>
          ),
        },
        { term: t('claims.facts.wanted'), value: amount(claim.qty_wanted) },
        { term: t('claims.facts.minimum'), value: claim.qty_min < claim.qty_wanted ? amount(claim.qty_min) : null },
        { term: t('claims.facts.done'), value: amount(claim.qty_done) },
        { term: t('claims.facts.purpose'), value: claim.purpose },
        { term: t('claims.facts.transport'), value: t(`claims.form.transports.${claim.transport}`) },
        { term: t('claims.facts.days'), value: days },
      ]}
    />
  )
}
