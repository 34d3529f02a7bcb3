import type { HandoverAsk } from '#app/domain/handovers/handover-ask.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { withPictures } from '#app/http/photo-upload.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'

/** Writes the handover down, with its pictures if there are any. */
export function writeHandover(visit: MemberVisit, claimId: string, ask: HandoverAsk, form: FormData) {
  return withPictures(visit, form, ({ scale, proof }) =>
    write(visit.db, (trx) =>
      recordHandover(trx, visit.act, claimId, { ...ask, photo_hash: scale, proof_photo_hash: proof }),
    ),
  )
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
