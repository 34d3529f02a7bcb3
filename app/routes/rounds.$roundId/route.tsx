import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { verifiersOf } from '#app/domain/handovers/verifiers.read.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { staff } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { type RoundStanding, roundPage } from '#app/http/round-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useRoundQueue } from '#app/ui/use-round-queue.ts'
import { NowStop } from './now-stop.tsx'
import { QueueNote } from './queue-note.tsx'
import { RoadStops } from './road-stops.tsx'
import { RoundBalance } from './round-balance.tsx'
import { RoundHead } from './round-head.tsx'
import { useRoundKept } from './use-round-kept.ts'
import { withQueued } from './with-queued.ts'
import './round.css'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await staff(request)
  const page = found(await roundPage(visit, params['roundId'] ?? ''))
  const title = translator(visit.locale).t('driving.title', { vehicle: page.round.vehicle_name })
  const claims = page.stops.flatMap(({ loads }) => loads.filter(({ state }) => state === 'planned'))
  const ids = page.round.state === 'in_progress' ? [...new Set(claims.map(({ claim_id }) => claim_id))] : []
  return { title, ...page, key: newId(), verifiers: await verifiersOf(visit.db, visit.member, ids) }
}

export default function Round() {
  const loaded = useLoaderData<typeof loader>()
  const queue = useRoundQueue(loaded.round.id)
  const known = newer(loaded, queue.standing as RoundStanding | undefined)
  const page = withQueued(known, [...queue.sent, ...queue.deeds])
  useRoundKept(known)
  const now = known.round.state === 'in_progress' ? page.stops.find(({ state }) => state === 'planned') : undefined
  return (
    <div className="page page--top">
      <div className="round-page stack">
        <RoundHead page={page} />
        <QueueNote queue={queue} />
        {now ? <NowStop key={now.id} stop={now} page={page} /> : null}
        <RoadStops page={page} now={now?.id} />
        <RoundBalance page={page} isSent={queue.deeds.length === 0} />
      </div>
    </div>
  )
}

/** What the server said last of this round: with the page, or since. */
function newer<Page extends RoundStanding>(loaded: Page, standing: RoundStanding | undefined): Page {
  const isNewer = standing?.round.id === loaded.round.id && standing.told_at > loaded.told_at
  return isNewer ? { ...loaded, ...standing } : loaded
}
