import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayInRome } from '#app/domain/instant.ts'
import { availabilityOf, isDonorsPlace, lotToMeetAt } from '#app/domain/pickups/availability.read.server.ts'
import { AvailabilityAsk } from '#app/domain/pickups/availability-ask.ts'
import { sayAvailability } from '#app/domain/pickups/say-availability.server.ts'
import { weekdays, writeSpans } from '#app/domain/places/opening.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { AvailabilityForm } from './availability-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const lot = found(await lotToMeetAt(db, member, params['listingId'] ?? ''))
  const today = dayInRome(now)
  const [{ scope, hours, days }, may_say_place] = await Promise.all([
    availabilityOf(db, lot.id, today),
    isDonorsPlace(db, lot),
  ])
  const week = weekdays.map((day) => [day, writeSpans(hours.filter(({ weekday }) => weekday === day))])
  const unusual = days.flatMap(({ day, spans }, at) => [
    [`day_${at}`, day],
    [`hours_${at}`, spans],
  ])
  return {
    title: translator(locale).t('availability.title'),
    lot: { id: lot.id, title: lot.title },
    today,
    may_say_place,
    said: Object.fromEntries([...week, ...unusual, ['scope', scope ?? 'lot']]) as Record<string, string>,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, AvailabilityAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const id = params['listingId'] ?? ''
  const outcome = await write(db, (trx) => sayAvailability(trx, act, id, ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/listings/${id}/availability`, 'availability.saved')
}

export default function Availability() {
  return <AvailabilityForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
