import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/context.server.ts'
import { conversationOf } from '#app/http/conversation.server.ts'
import { found } from '#app/http/replies.server.ts'
import { Conversation } from '#app/ui/conversation.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { LotLineTable } from '#app/ui/lot-line.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ClaimElse } from './claim-else.tsx'
import { ClaimFacts } from './claim-facts.tsx'
import { ClaimHalves } from './claim-halves.tsx'
import { ClaimHead } from './claim-head.tsx'
import { ClaimHistory } from './claim-history.tsx'
import { ClaimMeeting } from './claim-meeting.tsx'
import { ClaimNoShow } from './claim-no-show.tsx'
import { claimPage } from './claim-page.server.ts'
import { ClaimRank } from './claim-rank.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const page = found(await claimPage(visit, params['claimId'] ?? ''))
  return { ...page, thread: await conversationOf(visit, page.claim.id) }
}

export default function Claim() {
  const page = useLoaderData<typeof loader>()
  const { claim, side, lot, handover, pickup, events, standing } = page
  return (
    <div className="page page--top">
      <div className="aside">
        <div className="stack stack--l">
          <ClaimHead claim={claim} side={side} handover={handover} pickup={pickup} />
          {page.no_show ? <ClaimNoShow noShow={page.no_show} /> : null}
          <ClaimHalves claim={claim} standing={standing} />
          <ClaimMeeting {...page} />
          <ClaimRank claim={claim} side={side} standing={standing} />
          <ClaimElse beside={page.beside} alternatives={page.alternatives} />
          <ClaimFacts claim={claim} side={side} other={page.other} />
          {page.thread ? <Conversation key={claim.id} thread={page.thread} /> : null}
          <ClaimHistory claim={claim} side={side} events={events} handover={handover} />
        </div>
        <div className="stack stack--l sticky">
          <LotCard lot={lot} heading="h2" />
          {standing.line.length > 1 || side === 'donor' ? (
            <LotLineTable line={standing.line} current={claim.id} side={side} />
          ) : null}
        </div>
      </div>
    </div>
  )
}
