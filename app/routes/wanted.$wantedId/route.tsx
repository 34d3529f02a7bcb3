import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedFacts } from './wanted-facts.tsx'
import { wantedPage } from './wanted-page.server.ts'
import { WantedSteps } from './wanted-steps.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await wantedPage(await anyone(request), params['wantedId'] ?? ''))
}

export default function Wanted() {
  const { t, format } = useT()
  const { wanted, lots, who, place, visitor } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top">
      <p className="tiny">
        <a href="/wanted" className="touch">
          <Icon name="arrow-left" />
          {t('wanted.page.back')}
        </a>
      </p>
      <div className="aside">
        <div className="stack stack--l">
          <div className="stack">
            <div className="row">
              <Tag mat={wanted.hatch}>{t('wanted.title')}</Tag>
            </div>
            <h1 className="break">
              {wanted.material_name}, {format.quantity(wanted.total, wanted.unit)}
            </h1>
          </div>
          <WantedFacts wanted={wanted} place={place} />
        </div>
        <WantedSteps wanted={wanted} visitor={visitor} who={who} />
      </div>
      {visitor.is_owner && wanted.state === 'live' ? (
        <section className="section">
          <Title>{t('wanted.page.offers', { count: lots.length })}</Title>
          {lots.length === 0 ? <p>{t('wanted.page.noOffers')}</p> : null}
          <div className="lots">
            {lots.map((lot) => (
              <LotCard key={lot.id} lot={lot} />
            ))}
          </div>
        </section>
      ) : null}
    </div>
  )
}
