import { nextDigest, outOfQuiet, type Rhythm } from './rhythm.ts'
import type { MailChoice } from './topic.ts'

type Wish = { mail: MailChoice; rhythm: Rhythm; wants_digest: boolean; wakes: boolean; keeps: boolean }

export type MailPlan = { mail_plan: 'none' } | { mail_plan: 'now' | 'digest'; leaves_at: string }

/** How a notice reaches its reader by mail. What would come too late in the next digest has a mail of its own. */
export function mailPlan(wish: Wish, details: Record<string, string | number>, now: string): MailPlan {
  if (wish.mail === 'never') return { mail_plan: 'none' }
  const atOnce = { mail_plan: 'now', leaves_at: wish.wakes ? now : outOfQuiet(now, wish.rhythm) } as const
  if (wish.mail === 'now') return atOnce
  if (!wish.wants_digest) return { mail_plan: 'none' }
  const leaves_at = nextDigest(now, wish.rhythm)
  return !wish.keeps && isTooLate(details, now, leaves_at) ? atOnce : { mail_plan: 'digest', leaves_at }
}

const deadlines = ['expires_at', 'schedule_by', 'must_go_by', 'starts_at']

function isTooLate(details: Record<string, string | number>, now: string, leaves: string) {
  return deadlines.some((name) => String(details[name] ?? '') > now && String(details[name]) <= leaves)
}
