import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { draftListing } from '#app/domain/listings/draft-listing.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'

/** A link is how people come here. Coming twice finds the same empty draft, so a repeated GET changes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, act } = await signedIn(request)
  return redirect(`/listings/${await write(db, (trx) => draftListing(trx, act))}/edit`)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  return redirect(`/listings/${await write(db, (trx) => draftListing(trx, act))}/edit`, 303)
}
