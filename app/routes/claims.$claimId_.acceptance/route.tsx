import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { type MemberVisit, signedIn } from '#app/http/context.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { row } = found(await claimFor(db, member, params['claimId'] ?? ''))
  return { claim: row }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const { db, act } = visit
  const outcome = await write(db, (trx) => acceptOffer(trx, act, params['claimId'] ?? ''))
  if (!isRefusal(outcome)) return redirect(`/claims/${outcome.claim.id}`)
  return (await isAccepted(visit, params['claimId'] ?? ''))
    ? redirect(`/claims/${params['claimId']}`)
    : refusedWith(outcome)
}

/** A second press of the same button: what it asked for is so already. */
async function isAccepted({ db, member }: MemberVisit, claimId: string) {
  const seen = await claimFor(db, member, claimId)
  return seen?.sides.claimant === true && (seen.row.state === 'confirmed' || seen.row.state === 'scheduled')
}

export default function Acceptance() {
  const { t, format } = useT()
  const { claim } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const quantity = format.quantity(claim.qty, claim.unit)
  return (
    <AskPage
      title={t(`claims.head.claimant.${claim.state}`, { quantity })}
      refusal={reply ? t(`claims.refusals.${reply.refused}`) : undefined}
      submit={t('claims.accept')}
      keep={{ to: `/claims/${claim.id}`, label: t('claims.refusal.keep') }}
    />
  )
}
