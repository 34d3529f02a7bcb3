import { Link } from '@remix-run/react'
import { isOpen } from '#app/domain/claims/claim.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

/** A request served in part is two claims: each says where the other is. */
export function ClaimHalves({ claim, standing: { rest, whole } }: Pick<ClaimPage, 'claim' | 'standing'>) {
  const { t, format } = useT()
  if (whole) {
    return (
      <Banner icon="list-ordered">
        {t('allocation.rest.of')} <Link to={`/claims/${whole.id}`}>{t('allocation.rest.see')}</Link>
      </Banner>
    )
  }
  if (!rest) return null
  const quantity = format.quantity(rest.qty || rest.qty_wanted, claim.unit)
  const where =
    rest.state === 'waitlisted' ? 'waits' : isOpen(rest.state) || rest.state === 'collected' ? 'served' : 'ended'
  return (
    <Banner icon="list-ordered">
      {t(`allocation.rest.${where}`, { quantity })} <Link to={`/claims/${rest.id}`}>{t('allocation.rest.see')}</Link>
    </Banner>
  )
}
