import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CollectionAsk } from '#app/domain/pickups/collection-ask.ts'
import { planCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { CollectionDays } from './collection-days.tsx'
import { CollectionForm } from './collection-form.tsx'
import { CollectionPlans } from './collection-plans.tsx'
import { collectionsPage } from './collections-page.server.ts'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await collectionsPage(await signedIn(request), params['hubSlug'] ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, CollectionAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => planCollections(trx, act, slug, ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/collections`, 'collections.planned')
}

export default function HubCollections() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={page.hub} title={page.title} lead="collections">
      <CollectionDays hub={page.hub} days={page.days} />
      <CollectionPlans hub={page.hub} plans={page.plans} />
      <CollectionForm key={page.plans.length} {...page} reply={reply} />
    </HubRoom>
  )
}
