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

type Pictures = { scale: string | null; proof: string | null }

/**
 * Runs a command with the pictures of a form, of the scale (`photo`) and of what changed hands (`proof_photo`), if there are
 * any; one that no record refers to is not kept. `flawed` is the field of the picture at which it stopped.
 */
export async function withPictures<Outcome extends object>(
  visit: MemberVisit,
  form: FormData,
  record: (hashes: Pictures) => Promise<Outcome>,
) {
  const [scale, proof] = [pictureIn(form, 'photo'), pictureIn(form, 'proof_photo')]
  let flawed: 'photo' | 'proof_photo' = proof ? 'proof_photo' : 'photo'
  const withScale = (proofHash: string | null) => {
    flawed = 'photo'
    if (!scale) return record({ scale: null, proof: proofHash })
    return keepUpload(visit, scale.stream(), ({ hash }) => record({ scale: hash, proof: proofHash }))
  }
  const outcome = await (proof ? keepUpload(visit, proof.stream(), ({ hash }) => withScale(hash)) : withScale(null))
  return { outcome, flawed }
}

/** What was chosen under this name; an empty file means that nothing was. */
export function pictureIn(form: FormData, name: string) {
  const file = form.get(name)
  return file instanceof File && file.size > 0 ? file : undefined
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
