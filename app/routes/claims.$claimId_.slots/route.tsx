import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { bookPickupSlot } from '#app/domain/pickups/book-pickup-slot.server.ts'
import { BookingAsk } from '#app/domain/pickups/slot-ask.ts'
import { hubAtPlace } from '#app/domain/pickups/slot-claims.read.server.ts'
import { slotsForClaim } from '#app/domain/pickups/slots.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { SlotPick } from './slot-pick.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { claim } = found(await claimFor(db, member, params['claimId'] ?? ''))
  const hub = found(await hubAtPlace(db, claim.place_id))
  const free = await slotsForClaim(db, hub.id, claim, now)
  return {
    title: translator(locale).t('slots.pick.title'),
    claimId: claim.id,
    hub: { slug: hub.slug, name: hub.name },
    free: free.map(({ starts_at }) => ({ starts_at })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, BookingAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const id = params['claimId'] ?? ''
  const outcome = await write(db, (trx) => bookPickupSlot(trx, act, id, ask.value))
  return isRefusal(outcome) ? refusedWith(outcome, ask.typed) : redirectSaying(`/claims/${id}`, 'slots.book.done')
}

export default function ClaimSlots() {
  return <SlotPick {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
