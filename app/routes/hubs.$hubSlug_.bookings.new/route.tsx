import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { BookingAsk } from '#app/domain/pickups/slot-ask.ts'
import { freeSlots } from '#app/domain/pickups/slots.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { BookingForm } from './booking-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, locale, now } = await signedIn(request)
  const { id, slug, name } = found(await hubBySlug(db, params['hubSlug'] ?? ''))
  const free = await freeSlots(db, id, 'drop_off', now)
  const at = new URL(request.url).searchParams.get('at')
  return {
    title: translator(locale).t('slots.book.title', { hub: name }),
    hub: { slug, name },
    at: free.some(({ starts_at }) => starts_at === at) ? at : null,
    free: free.map(({ starts_at }) => ({ starts_at })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, BookingAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => bookDropOff(trx, act, params['hubSlug'] ?? '', ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/bookings/${outcome.booking.id}`, 'slots.book.done')
}

export default function NewBooking() {
  return <BookingForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
