import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/context.server.ts'
import { conversationOf } from '#app/http/conversation.server.ts'
import { found } from '#app/http/replies.server.ts'
import { Conversation } from '#app/ui/conversation.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ClaimCode } from './claim-code.tsx'
import { ClaimDoor } from './claim-door.tsx'
import { ClaimFacts } from './claim-facts.tsx'
import { ClaimHead } from './claim-head.tsx'
import { ClaimHistory } from './claim-history.tsx'
import { ClaimLine } from './claim-line.tsx'
import { ClaimNoShow } from './claim-no-show.tsx'
import { ClaimPickup } from './claim-pickup.tsx'
import { claimPage } from './claim-page.server.ts'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const page = found(await claimPage(visit, params['claimId'] ?? ''))
  return { ...page, thread: await conversationOf(visit, page.claim.id) }
}

export default function Claim() {
  const page = useLoaderData<typeof loader>()
  const { claim, side, lot, door, code, handover, pickup, events, line } = page
  return (
    <div className="page page--top">
      <div className="aside">
        <div className="stack stack--l">
          <ClaimHead claim={claim} side={side} handover={handover} pickup={pickup} />
          {page.no_show ? <ClaimNoShow noShow={page.no_show} /> : null}
          <ClaimPickup claim={claim} side={side} pickup={pickup} />
          {code ? <ClaimCode claimId={claim.id} code={code.code} address={code.address} /> : null}
          {door ? <ClaimDoor door={door} /> : null}
          <ClaimFacts claim={claim} side={side} other={page.other} />
          {page.thread ? <Conversation key={claim.id} thread={page.thread} /> : null}
          <ClaimHistory claim={claim} side={side} events={events} />
        </div>
        <div className="stack stack--l sticky">
          <LotCard lot={lot} heading="h2" />
          {line ? <ClaimLine line={line} current={claim.id} /> : null}
        </div>
      </div>
    </div>
  )
}
