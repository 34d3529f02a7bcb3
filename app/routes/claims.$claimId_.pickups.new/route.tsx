import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { dayInRome, fromRome, isWallClock, later, toRome } from '#app/domain/instant.ts'
import { availabilityOf } from '#app/domain/pickups/availability.read.server.ts'
import { possibleTimes, startsIn } from '#app/domain/pickups/availability.ts'
import { PickupAsk } from '#app/domain/pickups/pickup-ask.ts'
import { pickupOfClaim } from '#app/domain/pickups/pickups.read.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { PickupForm } from './pickup-form.tsx'

export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, now } = await signedIn(request)
  const { claim, sides } = found(await claimFor(db, member, params['claimId'] ?? ''))
  const [pickup, { hours, days }] = await Promise.all([
    pickupOfClaim(db, claim.id),
    availabilityOf(db, claim.listing_id, dayInRome(now)),
  ])
  const chosen = new URL(request.url).searchParams.get('starts_at') ?? ''
  const from = claim.available_from && claim.available_from > now ? claim.available_from : now
  const tomorrowAtTen = fromRome(`${toRome(later(now, { days: 1 })).slice(0, 10)}T10:00`)
  const proposed = pickup?.starts_at ?? (tomorrowAtTen < from ? from : tomorrowAtTen)
  const window = {
    from,
    to: claim.must_go_by,
    earliest: toRome(from),
    latest: claim.must_go_by && toRome(claim.must_go_by),
  }
  return {
    claimId: claim.id,
    window,
    starts_at: isWallClock(chosen) ? chosen : toRome(proposed),
    availability: { hours, days },
    starts: startsIn(possibleTimes({ hours, days }, claim, now)).slice(0, 40),
    moving: pickup !== undefined,
    may_override: sides.coordinator,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, PickupAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const outcome = await write(db, (trx) => proposePickup(trx, act, params['claimId'] ?? '', ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  const page = `/claims/${params['claimId']}`
  return outcome.is_outside ? redirectSaying(page, 'availability.proposedOutside') : redirect(page)
}

export default function NewPickup() {
  return <PickupForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
