import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { refusalReasons } from '#app/domain/claims/end-reasons.ts'
import { RefusalAsk } from '#app/domain/claims/reason-ask.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
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
  const { row } = found(await claimFor(db, member, params['claimId'] ?? ''))
  return { claim: { ...row, name: row.organisation_name ?? shortName(row.claimant_name) }, reasons: refusalReasons }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, RefusalAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const outcome = await write(db, (trx) => declineClaim(trx, act, params['claimId'] ?? '', ask.value.reason))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirect(`/claims/${outcome.claim_id}`)
}

export default function Refusal() {
  const { t } = useT()
  const { claim, reasons } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      claimId={claim.id}
      end="refusal"
      title={t('claims.refusal.title', { name: claim.name })}
      lead={t('claims.refusal.lead')}
      reasons={reasons}
      reply={useActionData<typeof action>()}
    />
  )
}
