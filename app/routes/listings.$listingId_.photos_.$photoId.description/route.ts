import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { describePhoto } from '#app/domain/listings/describe-photo.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { photoAnswer } from '#app/http/photo-upload.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/listings/${params['listingId']}/edit#photos`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const { listingId = '', photoId = '' } = params
  const alt = String((await request.formData()).get('alt') ?? '')
  return photoAnswer(
    request,
    listingId,
    await write(db, (trx) => describePhoto(trx, act, listingId, { id: photoId, alt })),
  )
}
