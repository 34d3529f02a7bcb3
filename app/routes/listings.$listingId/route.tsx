import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wantedRow } from '#app/domain/discovery/wanted.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { AskBar } from './ask-bar.tsx'
import { Buy } from './buy.tsx'
import { Gallery } from './gallery.tsx'
import { listingPage } from './listing-page.server.ts'
import { LotAbout } from './lot-about.tsx'
import { LotSeekers } from './lot-seekers.tsx'
import { LotSimilar } from './lot-similar.tsx'
import { noteSeen } from './note-seen.server.ts'
import './detail.css'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const at = Number(new URL(request.url).searchParams.get('photo') ?? 1)
  const listingId = params['listingId'] ?? ''
  const page = await listingPage(visit, listingId)
  if (!page && (await wantedRow(visit.db, listingId))) throw redirect(`/wanted/${listingId}`)
  await noteSeen(visit, request, found(page))
  return { ...found(page), at: Number.isInteger(at) ? at : 1 }
}

export default function Listing() {
  const { t } = useT()
  const page = useLoaderData<typeof loader>()
  const { lot, photos, at, facts, rule, similar, seekers, visitor } = page
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
        <LotAbout page={page} />
        <Buy lot={lot} facts={facts} rule={rule} visitor={visitor} />
      </div>
      <LotSeekers listingId={lot.id} seekers={seekers} />
      <LotSimilar similar={similar} />
      <AskBar lot={lot} visitor={visitor} />
    </div>
  )
}
