import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { cancellationReasons } from '#app/domain/claims/end-reasons.ts'
import { CancellationAsk } from '#app/domain/claims/reason-ask.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { ReasonPage } from '#app/ui/reason-page.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { row, sides } = found(await claimFor(db, member, params['claimId'] ?? ''))
  return {
    claim: { ...row, name: row.organisation_name ?? shortName(row.claimant_name) },
    mine: sides.claimant,
    reasons: cancellationReasons,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, CancellationAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const outcome = await write(db, (trx) => cancelClaim(trx, act, params['claimId'] ?? '', ask.value.reason))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirect(`/claims/${outcome.claim_id}`)
}

export default function Cancellation() {
  const { t, format } = useT()
  const { claim, mine, reasons } = useLoaderData<typeof loader>()
  const quantity = format.quantity(claim.qty || claim.qty_wanted, claim.unit)
  return (
    <ReasonPage
      claimId={claim.id}
      end="cancellation"
      title={t(mine ? 'claims.cancellation.claimantTitle' : 'claims.cancellation.donorTitle', {
        quantity,
        name: claim.name,
      })}
      lead={t(mine ? 'claims.cancellation.claimantLead' : 'claims.cancellation.donorLead')}
      reasons={reasons}
      reply={useActionData<typeof action>()}
    />
  )
}
