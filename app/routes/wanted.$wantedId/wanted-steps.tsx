import { Form } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Who } from '#app/ui/who.tsx'
import type { WantedPage } from './wanted-page.server.ts'

type Props = Pick<WantedPage, 'wanted' | 'visitor' | 'who'>

/** Who looks, and the step to take: offer it, or for its author keep it in order. */
export function WantedSteps({ wanted, visitor, who }: Props) {
  const { t } = useT()
  return (
    <div className="stack sticky steps">
      {wanted.state === 'live' ? null : (
        <Banner icon="archive">
          <b>{t('wanted.page.over')}</b> {t('wanted.page.overText')}
        </Banner>
      )}
      {visitor.is_owner ? <OwnSteps wanted={wanted} visitor={visitor} /> : null}
      {!visitor.is_owner && wanted.state === 'live' ? (
        <Form method="post" action={`/wanted/${wanted.id}/offer`} className="sheet stack">
          <Button kind="next" size="wide" icon="camera">
            {t('wanted.page.have')}
          </Button>
          <p className="tiny soft">{t('wanted.page.haveText')}</p>
        </Form>
      ) : null}
      <a className="touch" href={who}>
        <Who kind={wanted.who_kind} name={wanted.who} area={wanted.area} />
      </a>
      {visitor.is_staff && !visitor.is_owner && wanted.state === 'live' ? (
        <div className="row">
          <ButtonLink size="s" kind="plain" to={`/listings/${wanted.id}/removal`}>
            {t('wanted.page.remove')}
          </ButtonLink>
        </div>
      ) : null}
    </div>
  )
}

function OwnSteps({ wanted, visitor }: Omit<Props, 'who'>) {
  const { t } = useT()
  const path = `/wanted/${wanted.id}`
  return (
    <div className="sheet stack">
      <h2 className="head-s">{t('wanted.page.yours')}</h2>
      <div className="row">
        {wanted.state === 'live' ? (
          <>
            <ButtonLink size="s" icon="pencil" to={`${path}/edit`}>
              {t('wanted.page.edit')}
            </ButtonLink>
            <ButtonLink size="s" kind="plain" to={`${path}/withdrawal`}>
              {t('wanted.page.withdraw')}
            </ButtonLink>
          </>
        ) : null}
        {visitor.may_renew ? (
          <ButtonLink size="s" kind={wanted.state === 'live' ? 'plain' : 'next'} to={`${path}/renewal`}>
            {t('wanted.page.renew')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}
