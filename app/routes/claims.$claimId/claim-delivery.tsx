import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

/** Who cannot come is brought it: where to, or that nobody knows yet. */
export function ClaimDelivery({
  claimId,
  delivery,
}: {
  claimId: string
  delivery: NonNullable<ClaimPage['delivery']>
}) {
  const { t } = useT()
  const { goal } = delivery
  const to = `/claims/${claimId}/delivery`
  if (!goal)
    return (
      <Banner tone="turn" icon="truck">
        <p>{t('delivery.asked')}</p>
        <ButtonLink to={to} size="s">
          {t('delivery.ask')}
        </ButtonLink>
      </Banner>
    )
  return (
    <section className="stack stack--s">
      <h2>{t('delivery.named')}</h2>
      <p className="lead">
        {goal.street}, {goal.municipality}
      </p>
      <ButtonLink to={to} size="s">
        {t('delivery.change')}
      </ButtonLink>
    </section>
  )
}
