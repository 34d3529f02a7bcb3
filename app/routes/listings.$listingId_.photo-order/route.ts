import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { reorderPhotos } from '#app/domain/listings/reorder-photos.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { photoAnswer } from '#app/http/photo-upload.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}/edit#photos`)
}

/** `order`: the ids of all the listing's photos, the cover first, joined by commas. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const ids = String((await request.formData()).get('order') ?? '').split(',')
  return photoAnswer(request, listingId, await write(db, (trx) => reorderPhotos(trx, act, listingId, ids)))
}
