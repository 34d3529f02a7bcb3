import type { Db } from '#db/database.ts'
import { usualRhythm } from './rhythm.ts'
import { type Topic, usualChoices } from './topic.ts'

/** How a member wants to hear of a topic, and where. Throws when there is no such member. */
export async function readerOf(db: Db, memberId: string, topic: Topic) {
  const { mail, push, digest, unsubscribe_key, ...found } = await db
    .selectFrom('members')
    .leftJoin('notice_settings as settings', 'settings.member_id', 'members.id')
    .leftJoin('notice_choices as choice', (join) =>
      join.onRef('choice.member_id', '=', 'members.id').on('choice.topic', '=', topic),
    )
    .leftJoin('notice_choices as digest', (join) =>
      join.onRef('digest.member_id', '=', 'members.id').on('digest.topic', '=', 'digest'),
    )
    .select([
      'members.email',
      'members.locale',
      'members.email_verified_at',
      'members.erased_at',
      'settings.quiet_from',
      'settings.quiet_to',
      'settings.digest_hour',
      'settings.unsubscribe_key',
      'choice.mail',
      'choice.push',
      'digest.mail as digest',
    ])
    .select((eb) =>
      eb
        .selectFrom('push_subscriptions')
        .select('push_subscriptions.id')
        .whereRef('push_subscriptions.member_id', '=', 'members.id')
        .limit(1)
        .as('device'),
    )
    .where('members.id', '=', memberId)
    .executeTakeFirstOrThrow()
  const usual = usualChoices[topic]
  return {
    email: found.email,
    locale: found.locale,
    is_written_to: found.email_verified_at !== null && found.erased_at === null,
    is_known: unsubscribe_key !== null,
    rhythm: {
      quiet_from: found.quiet_from ?? usualRhythm.quiet_from,
      quiet_to: found.quiet_to ?? usualRhythm.quiet_to,
      digest_hour: found.digest_hour ?? usualRhythm.digest_hour,
    },
    wants_digest: digest !== 'never',
    mail: mail ?? usual.mail,
    push: push === null ? usual.push : push === 1,
    has_device: found.device !== null,
  }
}

export type Reader = Awaited<ReturnType<typeof readerOf>>
