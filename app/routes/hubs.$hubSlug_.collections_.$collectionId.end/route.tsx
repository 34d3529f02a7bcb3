import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/collections`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => endCollections(trx, act, slug, params['collectionId'] ?? ''))
  const page = `/hubs/${slug}/collections`
  return isRefusal(outcome)
    ? redirectSaying(page, `collections.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(page, 'collections.ended')
}
