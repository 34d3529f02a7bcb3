import type { Db } from '#db/database.ts'
import { type Rhythm, usualRhythm } from './rhythm.ts'
import { type MailChoice, type Topic, topics, usualChoices } from './topic.ts'

export type Choices = {
  rhythm: Rhythm
  wants_digest: boolean
  choices: { topic: Topic; mail: MailChoice; push: boolean }[]
}

/** What a member chose for every topic; the usual where they chose nothing. */
export async function choicesOf(db: Db, memberId: string): Promise<Choices> {
  const rows = await db
    .selectFrom('notice_choices')
    .select(['topic', 'mail', 'push'])
    .where('member_id', '=', memberId)
    .execute()
  const settings = await db
    .selectFrom('notice_settings')
    .select(['quiet_from', 'quiet_to', 'digest_hour'])
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  const chosen = new Map(rows.map(({ topic, mail, push }) => [topic, { mail, push: push === 1 }]))
  return {
    rhythm: settings ?? usualRhythm,
    wants_digest: chosen.get('digest')?.mail !== 'never',
    choices: topics.map((topic) => ({ topic, ...(chosen.get(topic) ?? usualChoices[topic]) })),
  }
}

/** Whose key this is, for leaving without signing in. Undefined for a key nobody has. */
export function holderOf(db: Db, key: string) {
  return db
    .selectFrom('notice_settings')
    .innerJoin('members', 'members.id', 'notice_settings.member_id')
    .select(['members.id', 'members.locale'])
    .where('unsubscribe_key', '=', key)
    .where('members.erased_at', 'is', null)
    .executeTakeFirst()
}

/** The key in a member's letters. Undefined for whoever was never told anything. */
export async function unsubscribeKeyOf(db: Db, memberId: string) {
  const settings = await db
    .selectFrom('notice_settings')
    .select('unsubscribe_key')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return settings?.unsubscribe_key
}
