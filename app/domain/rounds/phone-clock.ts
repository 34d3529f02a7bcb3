import { later } from '../instant.ts'

type Told = { happened_at: string; sent_at: string }

const tolerated = 2 * 60_000

/**
 * When a thing happened by the server's clock. A phone says when it happened and what it showed when it sent: if that is more
 * than two minutes off, all its times are, by as much. Never later than now, nor before the round left.
 */
export function happenedAt({ happened_at, sent_at }: Told, now: string, startedAt: string) {
  const skew = Date.parse(now) - Date.parse(sent_at)
  const shifted =
    Math.abs(skew) > tolerated ? later(happened_at, { minutes: skew / 60_000 }) : new Date(happened_at).toISOString()
  if (shifted > now) return now
  return shifted < startedAt ? startedAt : shifted
}
