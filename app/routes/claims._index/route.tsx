import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { claimsByMember, claimsOnLotsOf } from '#app/domain/claims/claims.read.server.ts'
import { claimantsReliability } from '#app/domain/claims/reliability.read.server.ts'
import { unreadByClaim } from '#app/domain/messages/messages.read.server.ts'
import { proposersOf } from '#app/domain/pickups/pickups.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { ClaimGroups } from './claim-groups.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const [wanted, asked] = await Promise.all([claimsByMember(db, member), claimsOnLotsOf(db, member)])
  const ids = [...wanted, ...asked].map(({ id }) => id)
  const proposers = await proposersOf(db, ids)
  const isProposed = (claimId: string) => proposers.get(claimId) === member.id
  const mine = wanted.map((claim) => ({ ...claim, is_proposed: isProposed(claim.id) }))
  const claimants = asked.map(({ claimant_id }) => claimant_id)
  const reliability = await claimantsReliability(db, claimants, now)
  const onMyLots = asked.map((claim) => ({
    ...claim,
    is_proposed: isProposed(claim.id),
    reliability: reliability.get(claim.claimant_id),
  }))
  const unread = await unreadByClaim(db, member, ids)
  return { title: translator(locale).t('claims.title'), mine, onMyLots, unread }
}

export default function Claims() {
  const { t } = useT()
  const { mine, onMyLots, unread } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top stack stack--l">
      <h1>{t('claims.title')}</h1>
      <div className="halves">
        <section className="stack">
          <div className="title">
            <h2 className="head-s">{t('claims.onMyLots')}</h2>
          </div>
          {onMyLots.length > 0 ? (
            <ClaimGroups claims={onMyLots} side="donor" unread={unread} />
          ) : (
            <Empty
              title={t('claims.emptyLots.title')}
              mat="wood"
              action={<ButtonLink to="/listings/new">{t('claims.emptyLots.action')}</ButtonLink>}
            >
              {t('claims.emptyLots.text')}
            </Empty>
          )}
        </section>
        <section className="stack">
          <div className="title">
            <h2 className="head-s">{t('claims.mine')}</h2>
          </div>
          {mine.length > 0 ? (
            <ClaimGroups claims={mine} side="claimant" unread={unread} />
          ) : (
            <Empty
              title={t('claims.emptyMine.title')}
              mat="metal"
              action={<ButtonLink to="/listings">{t('claims.emptyMine.action')}</ButtonLink>}
            >
              {t('claims.emptyMine.text')}
            </Empty>
          )}
          <p className="tiny">
            <Link className="touch" to="/wanted/new">
              {t('wanted.quiet')}
            </Link>
          </p>
        </section>
      </div>
    </div>
  )
}
