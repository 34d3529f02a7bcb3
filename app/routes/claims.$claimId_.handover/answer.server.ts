import type { HandoverAsk } from '#app/domain/handovers/handover-ask.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { keepUpload } from '#app/http/photo-upload.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'

/** Writes the handover down, with the picture of the scale if there is one. A picture that no record refers to is not kept. */
export function writeHandover(visit: MemberVisit, claimId: string, ask: HandoverAsk, photo: FormDataEntryValue | null) {
  const record = (photo_hash: string | null) =>
    write(visit.db, (trx) => recordHandover(trx, visit.act, claimId, { ...ask, photo_hash }))
  if (!(photo instanceof File) || photo.size === 0) return record(null)
  return keepUpload(visit, photo.stream(), ({ hash }) => record(hash))
}

const flaws = new Set<string>([
  'photo-too-large',
  'photo-too-many-pixels',
  'photo-not-a-photo',
  'photo-type',
  'photo-damaged',
])

/** A flaw of the picture or a wrong code is said beside its field; the rest is a refusal or a handover. */
export function answerOf(outcome: Awaited<ReturnType<typeof writeHandover>>, typed: Record<string, string>) {
  if ('wrong_code' in outcome)
    return invalid({ code: `handovers.entry.errors.wrong-code?count=${outcome.tries_left}` }, typed)
  if ('handover' in outcome) return redirectSaying(`/handovers/${outcome.handover.id}`, 'handovers.page.recordedDone')
  if (isFlaw(outcome.refused)) return invalid({ photo: `handovers.entry.errors.${outcome.refused}` }, typed)
  return refusedWith({ refused: outcome.refused }, typed)
}

type Reason = Extract<Awaited<ReturnType<typeof writeHandover>>, { refused: string }>['refused']
type Flaw = Extract<Reason, `photo-${string}`>

function isFlaw(reason: Reason): reason is Flaw {
  return flaws.has(reason)
}
