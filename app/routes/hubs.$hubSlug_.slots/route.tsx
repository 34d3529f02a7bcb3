import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { offerSlots } from '#app/domain/pickups/offer-slots.server.ts'
import { SlotsAsk } from '#app/domain/pickups/slot-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { DaySlots } from './day-slots.tsx'
import { SeriesList } from './series-list.tsx'
import { SlotsForm } from './slots-form.tsx'
import { slotsPage } from './slots-page.server.ts'
import { SlotsWeek } from './slots-week.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  return found(await slotsPage(visit, params['hubSlug'] ?? '', new URL(request.url).searchParams.get('day')))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, SlotsAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => offerSlots(trx, act, slug, ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/slots`, 'slots.room.added')
}

export default function HubSlots() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={page.hub} title={page.title} lead="slots">
      <SlotsWeek {...page} />
      <DaySlots hub={page.hub} slots={page.slots} />
      <SeriesList hub={page.hub} series={page.series} />
      <SlotsForm key={`${page.series.length} ${page.slots.length}`} today={page.today} reply={reply} />
    </HubRoom>
  )
}
