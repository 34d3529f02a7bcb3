import type { HandoverAsk } from '#app/domain/handovers/handover-ask.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { keepUpload } from '#app/http/photo-upload.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'

type Pictures = { scale: File | undefined; proof: File | undefined }

/**
 * Writes the handover down, with its pictures if there are any; a picture that no record refers to is not kept. `flawed` is
 * the field of the picture at which it stopped.
 */
export async function writeHandover(visit: MemberVisit, claimId: string, ask: HandoverAsk, { scale, proof }: Pictures) {
  let flawed: 'photo' | 'proof_photo' = proof ? 'proof_photo' : 'photo'
  const record = (photo_hash: string | null, proof_photo_hash: string | null) =>
    write(visit.db, (trx) => recordHandover(trx, visit.act, claimId, { ...ask, photo_hash, proof_photo_hash }))
  const withScale = (proof_photo_hash: string | null) => {
    flawed = 'photo'
    if (!scale) return record(null, proof_photo_hash)
    return keepUpload(visit, scale.stream(), ({ hash }) => record(hash, proof_photo_hash))
  }
  const outcome = await (proof ? keepUpload(visit, proof.stream(), ({ hash }) => withScale(hash)) : withScale(null))
  return { outcome, flawed }
}

/** What was chosen under this name; an empty file means that nothing was. */
export function pictureIn(form: FormData, name: string) {
  const file = form.get(name)
  return file instanceof File && file.size > 0 ? file : undefined
}

const flaws = new Set<string>([
  'photo-too-large',
  'photo-too-many-pixels',
  'photo-not-a-photo',
  'photo-type',
  'photo-damaged',
])

/** A flaw of the picture or a wrong code is said beside its field; the rest is a refusal or a handover. */
export function answerOf({ outcome, flawed }: Written, typed: Record<string, string>) {
  if ('wrong_code' in outcome)
    return invalid({ code: `handovers.entry.errors.wrong-code?count=${outcome.tries_left}` }, typed)
  if ('handover' in outcome) return redirectSaying(`/handovers/${outcome.handover.id}`, 'handovers.page.recordedDone')
  if (isFlaw(outcome.refused)) return invalid({ [flawed]: `handovers.entry.errors.${outcome.refused}` }, typed)
  const earlier = 'earlier' in outcome ? outcome.earlier : undefined
  return refusedWith({ refused: outcome.refused, earlier }, typed)
}

type Written = Awaited<ReturnType<typeof writeHandover>>
type Reason = Extract<Written['outcome'], { refused: string }>['refused']
type Flaw = Extract<Reason, `photo-${string}`>

function isFlaw(reason: Reason): reason is Flaw {
  return flaws.has(reason)
}
