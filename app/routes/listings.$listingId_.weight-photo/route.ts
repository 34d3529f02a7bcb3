import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { setWeightPhoto } from '#app/domain/listings/set-weight-photo.server.ts'
import { isRefusal, refused } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { filesInForm } from '#app/gateways/photo-incoming.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { dropUnusedPhoto, keepUpload } from '#app/http/photo-upload.server.ts'
import { found } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}/edit?step=measures`)
}

/** The display of the scale: one photo as the whole body, or in a multipart form from a browser without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  found(await ownListing(visit.db, visit.member, listingId))
  const isForm = request.headers.get('Content-Type')?.startsWith('multipart/form-data') ?? false
  const files = isForm ? await filesInForm(request) : undefined
  const body = files === undefined ? request.body : isRefusal(files) ? undefined : files[0]?.stream()
  const outcome = body
    ? await keepUpload(visit, body, ({ hash }) =>
        write(visit.db, (trx) => setWeightPhoto(trx, visit.act, listingId, { hash })),
      )
    : refused('photo-not-a-photo')
  if ('replaced' in outcome && outcome.replaced) await dropUnusedPhoto(visit, outcome.replaced)
  if (!isForm) return Response.json(outcome, { status: isRefusal(outcome) ? 422 : 200 })
  const back = `/listings/${listingId}/edit?step=measures`
  return isRefusal(outcome)
    ? redirectSaying(back, `photos.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirect(back, 303)
}
