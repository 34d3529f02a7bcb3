import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wantedRow } from '#app/domain/discovery/wanted.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Buy } from './buy.tsx'
import { AskBar } from './ask-bar.tsx'
import { Gallery } from './gallery.tsx'
import { LotDraw } from './lot-draw.tsx'
import { LotFacts } from './lot-facts.tsx'
import { LotRule } from './lot-rule.tsx'
import { LotSeekers } from './lot-seekers.tsx'
import { LotWeight } from './lot-weight.tsx'
import { LotWhere } from './lot-where.tsx'
import { listingPage } from './listing-page.server.ts'
import './detail.css'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const at = Number(new URL(request.url).searchParams.get('photo') ?? 1)
  const listingId = params['listingId'] ?? ''
  const page = await listingPage(visit, listingId)
  if (!page && (await wantedRow(visit.db, listingId))) throw redirect(`/wanted/${listingId}`)
  return { ...found(page), at: Number.isInteger(at) ? at : 1 }
}

export default function Listing() {
  const { t } = useT()
  const { lot, photos, at, facts, rule, draw, place, counted, similar, seekers, visitor } =
    useLoaderData<typeof loader>()
  return (
    <div className="page page--top">
      <p className="tiny">
        <a href="/listings" className="touch">
          <Icon name="arrow-left" />
          {t('listings.lot.back')}
        </a>
      </p>
      <div className="detail">
        <Gallery photos={photos} at={at} title={lot.title} />
        <div className="facts stack stack--l">
          <LotFacts facts={facts} lot={lot} />
          {lot.gone ? null : <LotRule rule={rule} />}
          {draw ? <LotDraw draw={draw} mine={visitor.claim_id} /> : null}
          <LotWeight lot={lot} counted={counted} />
          {place ? <LotWhere place={place} /> : null}
        </div>
        <Buy lot={lot} facts={facts} rule={rule} visitor={visitor} />
      </div>
      <LotSeekers listingId={lot.id} seekers={seekers} />
      {similar.length > 0 ? (
        <section className="section">
          <Title>{t('listings.lot.similarTitle')}</Title>
          <div className="lots">
            {similar.map((other) => (
              <LotCard key={other.id} lot={other} />
            ))}
          </div>
        </section>
      ) : null}
      <AskBar lot={lot} visitor={visitor} />
    </div>
  )
}
