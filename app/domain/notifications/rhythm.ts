import type { NoticeSettingsRow } from '#db/schema/notifications.ts'
import { dayInRome, fromRome, later, toRome } from '../instant.ts'

/** When a member may be written to: quiet hours as 'HH:MM' on a Roman clock, and the hour of the digest. */
export type Rhythm = Pick<NoticeSettingsRow, 'quiet_from' | 'quiet_to' | 'digest_hour'>

export const usualRhythm: Rhythm = { quiet_from: '22:00', quiet_to: '07:00', digest_hour: 8 }

/** The instant itself, or the end of the quiet hours it falls in. From and to the same: no hour is quiet. */
export function outOfQuiet(instant: string, { quiet_from, quiet_to }: Rhythm) {
  const time = toRome(instant).slice(11)
  const isOvernight = quiet_from > quiet_to
  const isQuiet = isOvernight ? time >= quiet_from || time < quiet_to : time >= quiet_from && time < quiet_to
  if (!isQuiet) return instant
  const end = fromRome(`${romanDay(instant, isOvernight && time >= quiet_from ? 1 : 0)}T${quiet_to}`)
  return end > instant ? end : instant
}

/** When the next digest leaves, a minute from now or later: what is being written at this moment still gets into it. */
export function nextDigest(now: string, rhythm: Rhythm) {
  const soonest = later(now, { minutes: 1 })
  const hour = String(rhythm.digest_hour).padStart(2, '0')
  const leaves = (days: number) => outOfQuiet(fromRome(`${romanDay(soonest, days)}T${hour}:00`), rhythm)
  return [leaves(-1), leaves(0)].find((at) => at >= soonest) ?? leaves(1)
}

// Counted from noon, so that the day of 23 or 25 hours is still one day.
function romanDay(instant: string, days: number) {
  return dayInRome(later(fromRome(`${dayInRome(instant)}T12:00`), { days }))
}
