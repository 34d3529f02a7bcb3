import { redirect } from '@remix-run/node'
import { addPhoto } from '#app/domain/listings/add-photo.server.ts'
import type { PhotoFacts } from '#app/domain/listings/photo.ts'
import { isPhotoUsed } from '#app/domain/listings/photos.read.server.ts'
import { isRefusal, type Refusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { type Bytes, receivePhoto } from '#app/gateways/photo-incoming.server.ts'
import { preparePhoto } from '#app/gateways/photo-prepare.server.ts'
import { forgetPhoto, keepPhoto } from '#app/gateways/photo-store.server.ts'
import type { MemberVisit } from './context.server.ts'

/**
 * From bytes on the wire to a row and its files, or to neither: `record` runs the command that refers to the picture.
 * Returns its outcome, with the place the photo gave away, for the eyes of whoever sent it.
 */
export function keepUpload<Outcome extends object>(
  visit: MemberVisit,
  bytes: Bytes,
  record: (facts: PhotoFacts) => Promise<Outcome>,
) {
  return receivePhoto(bytes, async (path) => {
    const photo = await preparePhoto(path)
    if (isRefusal(photo)) return photo
    const outcome = await keepPhoto(
      photo,
      () => record(photo.facts),
      () => isPhotoUsed(visit.db, photo.facts.hash),
    )
    return isRefusal(outcome) || !photo.place ? outcome : { ...outcome, gps: photo.place }
  })
}

/** One uploaded file becomes the listing's next photo. */
export function keepListingPhoto(visit: MemberVisit, listingId: string, bytes: Bytes) {
  return keepUpload(visit, bytes, (facts) => write(visit.db, (trx) => addPhoto(trx, visit.act, listingId, facts)))
}

/** Takes away the files of a picture that a command has just let go of. */
export function dropUnusedPhoto({ db }: MemberVisit, hash: string) {
  return forgetPhoto(hash, () => isPhotoUsed(db, hash))
}

/** Scripts get the outcome as JSON; a plain form goes back to the listing's photos, with the reason in the address. */
export function photoAnswer(request: Request, listingId: string, outcome: object | Refusal) {
  const refusal = isRefusal(outcome) ? (outcome as Refusal) : undefined
  if (request.headers.get('Accept')?.includes('text/html')) {
    const query = refusal ? `?photo_refused=${refusal.refused}` : ''
    return redirect(`/listings/${listingId}/edit${query}#photos`, 303)
  }
  return Response.json(outcome, { status: refusal ? statusOf(refusal.refused) : 200 })
}

function statusOf(reason: string) {
  if (reason === 'not-yours') return 403
  return flaws.has(reason) ? 422 : 409
}

const flaws = new Set(['photo-too-large', 'photo-too-many-pixels', 'photo-not-a-photo', 'photo-type', 'photo-damaged'])
