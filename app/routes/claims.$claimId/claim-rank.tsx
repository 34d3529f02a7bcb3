import { Link } from '@remix-run/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { decidedBy } from '#app/ui/rank-words.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Props = Pick<ClaimPage, 'claim' | 'side' | 'standing'>

/** The place a claim was given, what decided it, and what else counted; for one that waits, its place in line. */
export function ClaimRank({ claim, side, standing }: Props) {
  const { t } = useT()
  const { rank, in_line } = standing
  if (!rank && !in_line) return null
  return (
    <section className="stack">
      <h2>{t(side === 'donor' ? 'allocation.rank.theirs' : 'allocation.rank.title')}</h2>
      <p className="lead">
        {rank ? (
          <>
            <b>{t('allocation.rank.place', { place: rank.place, of: rank.of })}</b>{' '}
            {t(`allocation.because.${decidedBy(rank)}`)}{' '}
          </>
        ) : null}
        {in_line ? t('allocation.rank.line', { place: in_line.place }) : null}
      </p>
      {in_line?.hold ? <Held hold={in_line.hold} /> : null}
      {rank ? <Reasons rank={rank} place_drawn={standing.place_drawn} listingId={claim.listing_id} /> : null}
    </section>
  )
}

type Hold = NonNullable<NonNullable<ClaimPage['standing']['in_line']>['hold']>

function Held({ hold: { why, until } }: { hold: Hold }) {
  const { t, format } = useT()
  if (until === null) return <p>{t('allocation.rank.heldQuotaLong')}</p>
  const when = format.dateTime(until)
  return <p>{t(why === 'reserved' ? 'allocation.rank.heldReserved' : 'allocation.rank.heldQuota', { when })}</p>
}

type ReasonProps = {
  rank: NonNullable<ClaimPage['standing']['rank']>
  place_drawn: number | undefined
  listingId: string
}

function Reasons({ rank, place_drawn, listingId }: ReasonProps) {
  const { t } = useT()
  const { is_reserved, takes_all, is_coming, quota } = rank
  const trip = takes_all ? t('allocation.rank.takesAll') : is_coming ? t('allocation.rank.isComing') : null
  return (
    <DefinitionList
      facts={[
        { term: t('allocation.rank.reserve'), value: is_reserved ? t('allocation.rank.inReserve') : null },
        { term: t('allocation.rank.trip'), value: trip },
        {
          term: t('allocation.rank.quota'),
          value:
            quota.allowed === null ? null : t('allocation.rank.quotaOf', { used: quota.used, allowed: quota.allowed }),
        },
        {
          term: t('allocation.rank.drawn'),
          value: place_drawn ? (
            <Link to={`/listings/${listingId}#draw`}>{t('allocation.rank.drawnAt', { place: place_drawn })}</Link>
          ) : null,
        },
      ]}
    />
  )
}
