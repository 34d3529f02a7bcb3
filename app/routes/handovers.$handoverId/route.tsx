import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { HandoverFacts } from './handover-facts.tsx'
import { handoverPage } from './handover-page.server.ts'
import { HandoverState } from './handover-state.tsx'
import { HandoverThanks } from './handover-thanks.tsx'
import { HandoverWeight } from './handover-weight.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  return found(await handoverPage(visit, params['handoverId'] ?? ''))
}

export default function Handover() {
  const { t } = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{page.title}</h1>
        <p className="lead">{page.claim.title}</p>
      </div>
      <HandoverState page={page} />
      <HandoverWeight page={page} />
      <HandoverThanks page={page} />
      <HandoverFacts page={page} />
      <div className="row row--buttons">
        <ButtonLink to={`/listings/${page.claim.listing_id}`}>{t('handovers.page.lot')}</ButtonLink>
        <ButtonLink to={`/claims/${page.claim.id}`}>{t('handovers.page.claim')}</ButtonLink>
        {page.may.correct ? (
          <ButtonLink kind="plain" to={`/handovers/${page.handover.id}/correction`}>
            {t('handovers.page.correct')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}
