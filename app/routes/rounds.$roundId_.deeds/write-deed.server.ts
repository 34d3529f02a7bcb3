import { isRefusal } from '#app/domain/refusal.ts'
import type { DeedAsk } from '#app/domain/rounds/deed-ask.ts'
import { recordDeed } from '#app/domain/rounds/record-deed.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { keepUpload } from '#app/http/photo-upload.server.ts'

type Outcome = Awaited<ReturnType<typeof recordDeed>>
type Reason = Extract<Outcome, { refused: string }>['refused'] | PhotoFlaw
type PhotoFlaw = Extract<Awaited<ReturnType<typeof keepUpload<{ ok: true }>>>, { refused: string }>['refused']

export type Answer =
  | { done: 'done' | 'known' }
  | { errors: Record<string, string> }
  | { refused: Reason | 'wrong-code'; tries_left?: number }

/** Writes a deed down with its pictures: of the scale, and of what changed hands where nobody had a code. */
export async function writeDeed(visit: MemberVisit, roundId: string, ask: DeedAsk, form: FormData): Promise<Answer> {
  const [scale, proof] = [pictureIn(form, 'photo'), pictureIn(form, 'proof_photo')]
  const record = (photo_hash: string | null, proof_photo_hash: string | null) =>
    write(visit.db, (trx) => recordDeed(trx, visit.act, roundId, { ...ask, photo_hash, proof_photo_hash } as DeedAsk))
  const withScale = (proof_photo_hash: string | null) =>
    scale
      ? keepUpload(visit, scale.stream(), ({ hash }) => record(hash, proof_photo_hash))
      : record(null, proof_photo_hash)
  const outcome = await (proof ? keepUpload(visit, proof.stream(), ({ hash }) => withScale(hash)) : withScale(null))
  if (isRefusal(outcome)) return { refused: outcome.refused }
  if ('wrong_code' in outcome) return { refused: 'wrong-code', tries_left: outcome.tries_left ?? 0 }
  return { done: outcome.deed }
}

function pictureIn(form: FormData, name: string) {
  const file = form.get(name)
  return file instanceof File && file.size > 0 ? file : undefined
}
