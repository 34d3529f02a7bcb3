import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endSeries } from '#app/domain/pickups/offer-slots.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/slots`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => endSeries(trx, act, slug, params['seriesId'] ?? ''))
  const page = `/hubs/${slug}/slots`
  return isRefusal(outcome)
    ? redirectSaying(page, `slots.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(page, 'slots.room.ended')
}
