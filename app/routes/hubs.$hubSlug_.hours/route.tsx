import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { HoursAsk } from '#app/domain/hubs/hours-ask.ts'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { hoursOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { setHours } from '#app/domain/hubs/set-hours.server.ts'
import { weekdays, writeSpans } from '#app/domain/places/opening.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Week } from './week.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, slug, name } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const hours = await hoursOf(db, id)
  const week = weekdays.map((day) => [day, writeSpans(hours.filter(({ weekday }) => weekday === day))])
  return {
    title: translator(locale).t('hubRooms.hours.title'),
    hub: { slug, name },
    week: Object.fromEntries(week) as Record<string, string>,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, HoursAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => setHours(trx, act, slug, ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/hours`, 'hubRooms.hours.saved')
}

export default function HubHours() {
  const { hub, title, week } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="hours" reply={reply}>
      <Form method="post" className="stack" key={JSON.stringify(week)}>
        <Week typed={reply?.typed ?? week} errors={(reply && 'errors' in reply ? reply.errors : {}) ?? {}} />
      </Form>
    </HubRoom>
  )
}
