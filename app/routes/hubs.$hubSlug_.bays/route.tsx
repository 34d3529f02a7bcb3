import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { baysOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { keepBay } from '#app/domain/hubs/keep-bay.server.ts'
import { BayAsk } from '#app/domain/hubs/vehicle-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { BayForm, BayList } from './bays.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, slug, name } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const title = translator(locale).t('hubRooms.bays.title')
  return { title, hub: { slug, name }, bays: await baysOf(db, id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, BayAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => keepBay(trx, act, slug, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying(`/hubs/${slug}/bays`, 'hubRooms.bays.kept', { values: { code: outcome.code } })
}

export default function HubBays() {
  const { hub, title, bays } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="bays" reply={reply}>
      <BayList slug={hub.slug} bays={bays} />
      <BayForm key={JSON.stringify(bays)} reply={reply} />
    </HubRoom>
  )
}
