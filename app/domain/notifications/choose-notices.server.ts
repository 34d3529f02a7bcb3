import type { Trx } from '#db/database.ts'
import type { Flag } from '#db/schema/column.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import type { ChoicesAsk } from './choices-ask.ts'
import { readerOf } from './reader.read.server.ts'
import { nextDigest, usualRhythm } from './rhythm.ts'
import { settleReader } from './settle-reader.server.ts'
import { type MailChoice, type Stoppable, topics, usualChoices } from './topic.ts'

/** A member says how they want to hear of each topic, when the digest leaves (null: never) and when to be left alone. */
export async function chooseNotices(trx: Trx, act: Act, ask: ChoicesAsk) {
  const { quiet_from, quiet_to } = ask
  const rhythm = { quiet_from, quiet_to, digest_hour: ask.digest_hour ?? usualRhythm.digest_hour }
  await settleReader(trx, act.by.id)
  await trx.updateTable('notice_settings').set(rhythm).where('member_id', '=', act.by.id).execute()
  for (const topic of topics) {
    const choice = { mail: ask[`${topic}_mail`], push: ask[`${topic}_push`] === '1' ? 1 : 0 } as const
    await keepChoice(trx, act.by.id, topic, choice)
  }
  await keepDigest(trx, act.by.id, ask.digest_hour !== null)
  await setClock(trx, act, 'send-digest', act.by.id, nextDigest(act.at, rhythm))
}

/** One topic no longer comes by mail, nor does what of it waits in the outbox. 'digest' is the whole daily digest. */
export async function muteTopic(trx: Trx, act: Act, topic: Stoppable) {
  if (topic === 'digest') return keepDigest(trx, act.by.id, false)
  const { push } = await readerOf(trx, act.by.id, topic)
  await keepChoice(trx, act.by.id, topic, { mail: 'never', push: push ? 1 : 0 })
}

/** A topic comes by mail again as it usually does; the digest as it was. */
export async function unmuteTopic(trx: Trx, act: Act, topic: Stoppable) {
  if (topic === 'digest') return keepDigest(trx, act.by.id, true)
  const { push } = await readerOf(trx, act.by.id, topic)
  await keepChoice(trx, act.by.id, topic, { mail: usualChoices[topic].mail, push: push ? 1 : 0 })
}

type Choice = { mail: MailChoice; push: Flag }

async function keepChoice(trx: Trx, member_id: string, topic: Stoppable, choice: Choice) {
  await trx
    .insertInto('notice_choices')
    .values({ member_id, topic, ...choice })
    .onConflict((conflict) => conflict.columns(['member_id', 'topic']).doUpdateSet(choice))
    .execute()
  if (choice.mail === 'never') await takeBackMails(trx, member_id, topic)
}

/** The digest as a whole is a choice of its own: switched on again, every topic is as it was. */
async function keepDigest(trx: Trx, memberId: string, isWanted: boolean) {
  await keepChoice(trx, memberId, 'digest', { mail: isWanted ? 'digest' : 'never', push: 0 })
}

async function takeBackMails(trx: Trx, memberId: string, topic: string) {
  await trx
    .deleteFrom('mails')
    .where('member_id', '=', memberId)
    .where('topic', '=', topic)
    .where('carried_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
}
