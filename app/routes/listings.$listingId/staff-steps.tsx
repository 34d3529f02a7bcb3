import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

/** What whoever coordinates the hub can do with a lot of others: let it pass, or take it down. */
export function StaffSteps({ lot }: Pick<ListingPage, 'lot'>) {
  const { t } = useT()
  const path = `/listings/${lot.id}`
  const isWaiting = lot.state === 'in_review'
  if (!isWaiting && lot.state !== 'live' && lot.state !== 'paused') return null
  return (
    <div className="sheet stack">
      <h2 className="head-s">{t('board.title')}</h2>
      {isWaiting ? <Banner>{t('listings.lot.inReview')}</Banner> : null}
      {lot.state === 'paused' ? <Banner>{t('listings.lot.paused')}</Banner> : null}
      <div className="row">
        {isWaiting ? (
          <>
            <ButtonLink size="s" icon="check" to={`${path}/approval`}>
              {t('board.review.approve')}
            </ButtonLink>
            <ButtonLink size="s" kind="plain" to={`${path}/refusal`}>
              {t('board.review.refuse')}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink size="s" kind="plain" to={`${path}/removal`}>
            {t('board.remove')}
          </ButtonLink>
        )}
        <ButtonLink size="s" kind="plain" to={`${path}/availability`}>
          {t('availability.open')}
        </ButtonLink>
      </div>
    </div>
  )
}
