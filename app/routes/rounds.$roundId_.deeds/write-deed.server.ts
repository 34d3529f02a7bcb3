import { isRefusal } from '#app/domain/refusal.ts'
import type { DeedAsk } from '#app/domain/rounds/deed-ask.ts'
import { recordDeed } from '#app/domain/rounds/record-deed.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { type keepUpload, withPictures } from '#app/http/photo-upload.server.ts'

type Outcome = Awaited<ReturnType<typeof recordDeed>>
type Reason = Extract<Outcome, { refused: string }>['refused'] | PhotoFlaw
type PhotoFlaw = Extract<Awaited<ReturnType<typeof keepUpload<{ ok: true }>>>, { refused: string }>['refused']

export type Answer =
  | { done: 'done' | 'known' }
  | { errors: Record<string, string> }
  | { refused: Reason | 'wrong-code'; tries_left?: number }

/** Writes a deed down with its pictures: of the scale, and of what changed hands where nobody had a code. */
export async function writeDeed(visit: MemberVisit, roundId: string, ask: DeedAsk, form: FormData): Promise<Answer> {
  const { outcome } = await withPictures(visit, form, ({ scale, proof }) =>
    write(visit.db, (trx) => recordDeed(trx, visit.act, roundId, pictured(ask, scale, proof))),
  )
  if (isRefusal(outcome)) return { refused: outcome.refused }
  if ('wrong_code' in outcome) return { refused: 'wrong-code', tries_left: outcome.tries_left ?? 0 }
  return { done: outcome.deed }
}

function pictured(ask: DeedAsk, photo_hash: string | null, proof_photo_hash: string | null): DeedAsk {
  if (ask.deed === 'failed') return ask
  return 'proof_photo_hash' in ask ? { ...ask, photo_hash, proof_photo_hash } : { ...ask, photo_hash }
}
