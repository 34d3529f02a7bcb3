import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeDays } from '#app/domain/hubs/close-days.server.ts'
import { ClosureAsk } from '#app/domain/hubs/hours-ask.ts'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { closuresOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { closureWords } from '#app/i18n/opening-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ClosureForm, ClosureList } from './closures.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { id, slug, name } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const spoken = translator(locale)
  const closures = await closuresOf(db, id, dayInRome(now))
  return {
    title: spoken.t('hubRooms.closures.title'),
    hub: { slug, name },
    today: dayInRome(now),
    closures: closures.map((closure) => ({ ...closure, days: closureWords(spoken, closure) })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, ClosureAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => closeDays(trx, act, slug, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  const page = `/hubs/${slug}/closures`
  if (outcome.called_off === 0) return redirectSaying(page, 'hubRooms.closures.added')
  return redirectSaying(page, 'hubRooms.closures.calledOff', { values: { count: String(outcome.called_off) } })
}

export default function HubClosures() {
  const { hub, title, today, closures } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="closures" reply={reply}>
      <ClosureList slug={hub.slug} closures={closures} />
      <ClosureForm key={closures.length} today={today} reply={reply} />
    </HubRoom>
  )
}
