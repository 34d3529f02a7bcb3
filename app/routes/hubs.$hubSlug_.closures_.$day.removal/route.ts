import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { openDays } from '#app/domain/hubs/close-days.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { refusedWith } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/closures`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => openDays(trx, act, slug, params['day'] ?? ''))
  return isRefusal(outcome)
    ? refusedWith(outcome)
    : redirectSaying(`/hubs/${slug}/closures`, 'hubRooms.closures.removed')
}
