import { redirect } from '@remix-run/node'
import { isRefusal, type Refusal } from '#app/domain/refusal.ts'
import type { Key } from '#app/i18n/catalogue.ts'
import type { Db } from '#db/database.ts'
import { redirectSaying } from './flash.server.ts'
import { found } from './replies.server.ts'

type Reason = Key extends infer K ? (K extends `rounds.refused.${infer R}` ? R : never) : never
type Said = { key: Key; values?: Record<string, string> }

/** Back to the page, with what was refused or what was done. */
export async function answerOnPage<Outcome>(
  page: string,
  outcome: Outcome,
  done?: (outcome: Exclude<Outcome, Refusal>) => Said,
) {
  if (isRefusal(outcome)) {
    const { refused } = outcome as Refusal<Reason>
    return redirectSaying(page, `rounds.refused.${refused}`, { tone: 'fail' })
  }
  if (!done) return redirect(page)
  const { key, values = {} } = done(outcome as Exclude<Outcome, Refusal>)
  return redirectSaying(page, key, { values })
}

/** The page of the day that a round belongs to. */
export async function dayPageOf(db: Db, roundId: string) {
  const round = await db
    .selectFrom('rounds')
    .innerJoin('hubs', 'hubs.id', 'rounds.hub_id')
    .select(['hubs.slug', 'rounds.day'])
    .where('rounds.id', '=', roundId)
    .executeTakeFirst()
  const { slug, day } = found(round)
  return `/hubs/${slug}/rounds?day=${day}`
}
