import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedFacts } from './wanted-facts.tsx'
import { wantedPage } from './wanted-page.server.ts'
import { WantedSteps } from './wanted-steps.tsx'
import { WantedWhere } from './wanted-where.tsx'
import './wanted-page.css'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await wantedPage(await anyone(request), params['wantedId'] ?? ''))
}

export default function Wanted() {
  const { t } = useT()
  const { wanted, lots, who, place, visitor } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top">
      <p className="tiny">
        <a href="/wanted" className="touch">
          <Icon name="arrow-left" />
          {t('wanted.page.back')}
        </a>
      </p>
      <div className="wanted-page">
        <div className="stack">
          <p className="label">{t('wanted.title')}</p>
          <h1 className="break">{wanted.material_name}</h1>
          <WantedFacts wanted={wanted} />
        </div>
        <WantedSteps wanted={wanted} visitor={visitor} who={who} />
        <WantedWhere place={place} />
      </div>
      {visitor.is_owner && wanted.state === 'live' ? (
        <section className="section">
          <Title>
            {lots.length > 0 ? t('wanted.page.offers', { count: lots.length }) : t('wanted.page.offersNone')}
          </Title>
          {lots.length > 0 ? null : <p>{t('wanted.page.noOffers')}</p>}
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
