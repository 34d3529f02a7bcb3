import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { coordinates, isStaff } from '#app/domain/act.ts'
import { hubs } from '#app/domain/hubs/hubs.read.server.ts'
import { openCalendar, openCalendarsOf } from '#app/domain/pickups/calendar-feed.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Calendars } from './calendars.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { t } = translator(locale)
  const open = await openCalendarsOf(db, member.id)
  const theirs = isStaff(member) ? (await hubs(db)).filter(({ id }) => coordinates(member, id)) : []
  return {
    title: t('calendars.title'),
    calendars: [
      { slug: '', name: t('calendars.mine'), is_open: open.includes(null) },
      ...theirs.map(({ id, slug, name }) => ({ slug, name, is_open: open.includes(id) })),
    ],
  }
}

/** The one reply that holds the address: it is kept nowhere, here or in a browser's cache. */
export async function action({ request }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const slug = typedFields(await request.formData())['hub'] ?? ''
  const outcome = await write(db, (trx) => openCalendar(trx, act, slug))
  if (isRefusal(outcome)) return refusedWith(outcome)
  const origin = process.env['ORIGIN'] ?? new URL(request.url).origin
  return { slug, address: `${origin}/calendars/${outcome.token}.ics` }
}

export default function MyCalendars() {
  return <Calendars {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
