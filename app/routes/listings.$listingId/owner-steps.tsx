import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

/** What its donor or a coordinator can do with a lot. */
export function OwnerSteps({ lot }: Pick<ListingPage, 'lot'>) {
  const { t } = useT()
  const path = `/listings/${lot.id}`
  return (
    <div className="sheet stack">
      <h2 className="head-s">{t('listings.lot.owner.title')}</h2>
      {lot.state === 'in_review' ? <Banner>{t('listings.lot.inReview')}</Banner> : null}
      {lot.state === 'draft' ? <Banner>{t('listings.lot.draft')}</Banner> : null}
      {lot.state === 'paused' ? <Banner>{t('listings.lot.paused')}</Banner> : null}
      <div className="row">
        <ButtonLink size="s" to={`${path}/claims`}>
          {t('listings.lot.owner.claims')}
        </ButtonLink>
        {lot.state === 'closed' ? null : (
          <ButtonLink size="s" to={`${path}/edit`}>
            {t('listings.lot.owner.edit')}
          </ButtonLink>
        )}
        {lot.state === 'closed' ? null : (
          <ButtonLink size="s" kind="plain" to={`${path}/availability`}>
            {t('availability.open')}
          </ButtonLink>
        )}
        {lot.state === 'closed' && lot.available > 0 ? (
          <ButtonLink size="s" to={`${path}/renewal`}>
            {t('turns.renewal.submit')}
          </ButtonLink>
        ) : null}
        {lot.state === 'live' || lot.state === 'paused' ? (
          <>
            {lot.must_go_by ? (
              <ButtonLink size="s" kind="plain" to={`${path}/renewal`}>
                {t('turns.renewal.more')}
              </ButtonLink>
            ) : null}
            <ButtonLink size="s" kind="plain" to={`${path}/pause`}>
              {t(lot.state === 'live' ? 'listings.lot.owner.pause' : 'listings.lot.owner.resume')}
            </ButtonLink>
            <ButtonLink size="s" kind="plain" to={`${path}/withdrawal`}>
              {t('listings.lot.owner.withdraw')}
            </ButtonLink>
          </>
        ) : null}
      </div>
    </div>
  )
}
