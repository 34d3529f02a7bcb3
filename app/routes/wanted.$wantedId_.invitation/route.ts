import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { inviteSeeker } from '#app/domain/discovery/invite-seeker.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/wanted/${params['wantedId']}`)
}

/** From the page of a lot: its donor proposes it to one who looks, and stays where they are. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const listingId = String((await request.formData()).get('listing_id') ?? '')
  const outcome = await write(db, (trx) => inviteSeeker(trx, act, listingId, params['wantedId'] ?? ''))
  const page = `/listings/${encodeURIComponent(listingId)}#seekers`
  return isRefusal(outcome)
    ? redirectSaying(page, `wanted.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(page, 'wanted.seekers.done')
}
