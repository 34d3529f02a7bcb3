import { refused } from '../refusal.ts'

/** A clock may be this wrong, in milliseconds, before it is put right. */
const tolerance = 2 * 60_000

type Said = { happened_at?: string | undefined; sent_at_phone?: string | undefined }

/**
 * When it happened, by the server's clock. What a phone sends later is shifted by how wrong its clock is at the moment of
 * sending; never clamped: what would lie ahead of us, or before the promise, is refused. `shift_ms` is what was added.
 */
export function momentOf({ happened_at, sent_at_phone }: Said, now: string, promised_at: string | null) {
  if (happened_at === undefined) return { happened_at: now, shift_ms: 0 }
  const skew = sent_at_phone === undefined ? 0 : Date.parse(now) - Date.parse(sent_at_phone)
  const isAhead = Date.parse(happened_at) > Date.parse(now)
  const shift_ms = isAhead || Math.abs(skew) > tolerance ? skew : 0
  const moment = new Date(Date.parse(happened_at) + shift_ms).toISOString()
  if (moment > now) return refused('not-yet')
  if (promised_at !== null && moment < promised_at) return refused('before-promise')
  return { happened_at: moment, shift_ms }
}
