import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { closeFeed } from '#app/domain/discovery/open-feed.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { refusedWith } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/searches/${params['searchId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const outcome = await write(db, (trx) => closeFeed(trx, act, params['searchId'] ?? ''))
  return isRefusal(outcome)
    ? refusedWith(outcome)
    : redirectSaying(`/searches/${outcome.search_id}`, 'searches.feed.closed')
}
