import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { hideLot } from '#app/domain/discovery/mark-lot.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { returnPath } from '#app/http/return-path.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}`)
}

/** From a list: its reader hides one lot, stays where they are, and may take it back at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const back = returnPath(String((await request.formData()).get('to') ?? '/listings'))
  const outcome = await write(db, (trx) => hideLot(trx, act, listingId))
  if (isRefusal(outcome)) return redirectSaying(back, 'browse.hidden.gone', { tone: 'fail' })
  const undo = { to: `/listings/${listingId}/hiding/removal`, label: 'browse.hidden.undo', back } as const
  return redirectSaying(back, 'browse.hidden.done', { undo })
}
