import { Link } from '@remix-run/react'
import type { Reliability as Words } from '#app/domain/claims/reliability.ts'
import type { NoShowState } from '#app/domain/pickups/no-show.ts'
import { ReliabilityWords } from '#app/ui/reliability-words.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Missed = { id: string; claim_id: string; title: string; starts_at: string; state: NoShowState }
type Props = { taking: Words; giving: Words; missed: readonly Missed[] }

/** What those who share a claim with them read, why, and the way to contest it. */
export function Reliability({ taking, giving, missed }: Props) {
  const { t, format } = useT()
  return (
    <section className="stack stack--s">
      <Title>{t('reliability.account.title')}</Title>
      <p>
        {t('reliability.account.taking')}{' '}
        <b>
          <ReliabilityWords of="claimant" reliability={taking} />
        </b>
      </p>
      <p>
        {t('reliability.account.giving')}{' '}
        <b>
          <ReliabilityWords of="donor" reliability={giving} />
        </b>
      </p>
      <p className="tiny soft">
        {t('reliability.account.private')} {t('reliability.account.counted')} {t('reliability.account.contested')}
      </p>
      {missed.length > 0 ? (
        <>
          <h3>{t('reliability.account.missed')}</h3>
          <ul className="points">
            {missed.map(({ id, claim_id, title, starts_at, state }) => (
              <li key={id}>
                <Link to={`/claims/${claim_id}`}>{title}</Link>, {format.dateTime(starts_at)}:{' '}
                {t(`reliability.account.states.${state}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
