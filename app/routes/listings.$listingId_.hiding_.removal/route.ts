import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { unhideLot } from '#app/domain/discovery/mark-lot.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { returnPath } from '#app/http/return-path.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect('/listings/hidden')
}

/** A hidden lot comes back into its member's lists. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const back = returnPath(String((await request.formData()).get('to') ?? '/listings/hidden'))
  await write(db, (trx) => unhideLot(trx, act, params['listingId'] ?? ''))
  return redirectSaying(back, 'browse.hidden.undone')
}
