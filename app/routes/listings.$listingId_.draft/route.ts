import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { seekersNear } from '#app/domain/discovery/matches.read.server.ts'
import { draftView } from '#app/domain/listings/draft-view.server.ts'
import { draftOf } from '#app/domain/listings/drafts.read.server.ts'
import { isDraftStep } from '#app/domain/listings/listing-draft.ts'
import { saveStep } from '#app/domain/listings/save-step.server.ts'
import { placeText } from '#app/domain/places/place-lookup.server.ts'
import { isRefusal, refused } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { found } from '#app/http/replies.server.ts'
import { streetsRemembered } from '#app/http/streets.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}/edit`)
}

/** Saves a page of the form while it is being filled in, and says back what was understood. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, member, locale } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const before = found(await draftOf(db, member, listingId))
  // A lot that others see changes when its donor says so, not while they type.
  if (before.listing.state !== 'draft') return Response.json(refused('not-a-draft'), { status: 409 })
  const step = new URL(request.url).searchParams.get('step')
  if (!isDraftStep(step) || step === 'confirm') return Response.json({ errors: {} }, { status: 400 })
  const typed = typedFields(await request.formData())
  const streets = await streetsRemembered(db, placeText(typed), act.at)
  const saved = await write(db, (trx) => saveStep(trx, act, listingId, step, { typed, locale, streets }))
  if (isRefusal(saved)) return Response.json(saved, { status: 409 })
  const { listing, quantity_given } = found(await draftOf(db, member, listingId))
  const view = await draftView(db, listing, quantity_given, locale)
  const seekers = await seekersNear(db, listing, act.at)
  return Response.json({ ...saved, errors: sayable(saved.errors), view, seekers, saved_at: act.at })
}

/** Nobody is told while typing that what comes next is still missing. */
function sayable(errors: Record<string, string>) {
  return Object.fromEntries(Object.entries(errors).filter(([, message]) => message !== 'errors.required'))
}
