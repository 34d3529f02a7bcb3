import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { isRefusal, refused } from '#app/domain/refusal.ts'
import { filesInForm } from '#app/gateways/photo-incoming.server.ts'
import { type MemberVisit, signedIn } from '#app/http/context.server.ts'
import { keepListingPhoto, photoAnswer } from '#app/http/photo-upload.server.ts'
import { found } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}/edit#photos`)
}

/** One photo as the whole body, or several in a multipart form from a browser without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  found(await ownListing(visit.db, visit.member, listingId))
  const isForm = request.headers.get('Content-Type')?.startsWith('multipart/form-data')
  const outcome = isForm
    ? await keepEach(visit, listingId, request)
    : await keepListingPhoto(visit, listingId, request.body)
  return photoAnswer(request, listingId, outcome)
}

/** Keeps what can be kept; answers with the first refusal, if any. */
async function keepEach(visit: MemberVisit, listingId: string, request: Request) {
  const files = await filesInForm(request)
  if (isRefusal(files)) return files
  if (files.length === 0) return refused('photo-not-a-photo')
  const outcomes: object[] = []
  for (const file of files) outcomes.push(await keepListingPhoto(visit, listingId, file.stream()))
  return outcomes.find(isRefusal) ?? { kept: outcomes.length }
}
