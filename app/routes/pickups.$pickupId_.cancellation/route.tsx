import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelPickup } from '#app/domain/pickups/cancel-pickup.server.ts'
import { pickupSides } from '#app/domain/pickups/pickup-sides.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { pickup, claimId } = found(await pickupSides(db, member, params['pickupId'] ?? ''))
  return { starts_at: pickup.starts_at, claimId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const outcome = await write(db, (trx) => cancelPickup(trx, act, params['pickupId'] ?? '', ''))
  if (isRefusal(outcome)) return refusedWith(outcome)
  return redirect(`/pickups/${outcome.pickup.id}`)
}

export default function Cancellation() {
  const { t, format } = useT()
  const { starts_at, claimId } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={t('pickups.cancelTitle')}
      lead={`${format.dateTime(starts_at)}. ${t('pickups.cancelLead')}`}
      refusal={reply ? t(`pickups.refusals.${reply.refused}`) : undefined}
      submit={t('pickups.cancel')}
      danger
      keep={{ to: `/claims/${claimId}`, label: t('claims.refusal.keep') }}
    />
  )
}
