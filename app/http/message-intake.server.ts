import type { PhotoFacts } from '#app/domain/listings/photo.ts'
import { isPhotoUsed } from '#app/domain/listings/photos.read.server.ts'
import { messageLimits } from '#app/domain/messages/message.ts'
import { MessageAsk } from '#app/domain/messages/message-ask.ts'
import { writeMessage } from '#app/domain/messages/write-message.server.ts'
import { isRefusal, refused } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { formWithFiles, receivePhoto } from '#app/gateways/photo-incoming.server.ts'
import { type PreparedPhoto, preparePhoto } from '#app/gateways/photo-prepare.server.ts'
import { isPhotoKept, keepPhoto } from '#app/gateways/photo-store.server.ts'
import type { MemberVisit } from './context.server.ts'
import { readFields } from './form.server.ts'
import { wakeThreads } from './live-threads.server.ts'
import { photoOfSlip, slipFor } from './photo-slips.server.ts'

/**
 * From a form to a message and its photos, or to a refusal that loses neither: then the photos wait on disk for a day,
 * and `slips` says which they were.
 */
export async function takeMessage(visit: MemberVisit, claimId: string, request: Request) {
  const form = await formWithFiles(request)
  if (isRefusal(form)) return { ...form, typed: {} }
  const ask = readFields(form, MessageAsk)
  if (ask.errors) return { errors: ask.errors, typed: ask.typed }
  const photos = await photosIn(visit, form)
  if (isRefusal(photos)) return { ...photos, typed: ask.typed }
  const { kept, fresh } = photos
  const facts = distinct([...kept, ...fresh.map((photo) => photo.facts)])
  if (facts.length > messageLimits.photos) return { ...refused('too-many-photos'), typed: ask.typed }
  const isNothing = ask.value.phrase === undefined && ask.value.text === '' && facts.length === 0
  if (isNothing) return { errors: { text: 'messages.errors.empty' }, typed: ask.typed }

  const outcome = await keepAll(visit, fresh, () =>
    write(visit.db, (trx) => writeMessage(trx, visit.act, claimId, ask.value, facts)),
  )
  if (isRefusal(outcome)) {
    return { ...outcome, typed: ask.typed, slips: facts.map((photo) => slipFor(visit.member.id, photo)) }
  }
  wakeThreads()
  return { ...outcome, typed: ask.typed }
}

/** Photos that came with the form, and those an earlier try has left here. */
async function photosIn(visit: MemberVisit, form: FormData) {
  const kept: PhotoFacts[] = []
  for (const slip of form.getAll('slips')) {
    const photo = photoOfSlip(visit.member.id, String(slip))
    if (!photo || !(await isPhotoKept(photo.hash))) return refused('photo-gone')
    kept.push(photo)
  }
  const fresh: PreparedPhoto[] = []
  const files = form.getAll('photos').filter((entry): entry is File => entry instanceof File && entry.size > 0)
  if (kept.length + files.length > messageLimits.photos) return refused('too-many-photos')
  for (const file of files) {
    const photo = await receivePhoto(file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>, preparePhoto)
    if (isRefusal(photo)) return photo
    fresh.push(photo)
  }
  return { kept, fresh }
}

/** Each picture's files in place, then the message. In the order of their names: two messages never wait for each other. */
function keepAll<Outcome extends object>(
  { db }: MemberVisit,
  photos: readonly PreparedPhoto[],
  record: () => Promise<Outcome>,
): Promise<Outcome> {
  let isWaiting = false
  const noted = async () => {
    const outcome = await record()
    isWaiting = isRefusal(outcome)
    return outcome
  }
  const inOrder = [...photos].sort((a, b) => (a.facts.hash < b.facts.hash ? -1 : 1))
  const nested = distinctPhotos(inOrder).reduceRight<() => Promise<Outcome>>(
    (inner, photo) => () => keepPhoto(photo, inner, async () => isWaiting || isPhotoUsed(db, photo.facts.hash)),
    noted,
  )
  return nested()
}

function distinct(facts: readonly PhotoFacts[]) {
  return [...new Map(facts.map((photo) => [photo.hash, photo])).values()]
}

function distinctPhotos(photos: readonly PreparedPhoto[]) {
  return [...new Map(photos.map((photo) => [photo.facts.hash, photo])).values()]
}
