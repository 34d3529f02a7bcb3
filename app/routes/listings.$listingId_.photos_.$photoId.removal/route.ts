import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removePhoto } from '#app/domain/listings/remove-photo.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { dropUnusedPhoto, photoAnswer } from '#app/http/photo-upload.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}/edit#photos`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const { listingId = '', photoId = '' } = params
  const outcome = await write(visit.db, (trx) => removePhoto(trx, visit.act, listingId, photoId))
  if (!isRefusal(outcome)) await dropUnusedPhoto(visit, outcome.hash)
  return photoAnswer(request, listingId, outcome)
}
