import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { matchFor } from '#app/domain/discovery/matches.read.server.ts'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'

/** What a notice of a match opens: for whoever looks, the form that asks for the lot, its quantity filled in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { listing_id, ask } = found(await matchFor(db, member, params['matchId'] ?? ''))
  if (!ask) return redirect(`/listings/${listing_id}`)
  const query = new URLSearchParams({ quantity: writeQuantity(ask.quantity, ask.unit, locale) })
  return redirect(`/listings/${listing_id}/claims/new?${query}`)
}
