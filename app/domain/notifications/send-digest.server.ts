import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { choicesOf } from './choices.read.server.ts'
import { readerOf } from './reader.read.server.ts'
import { outOfQuiet } from './rhythm.ts'
import { writeMail } from './write-mail.server.ts'

/**
 * Puts a member's digest in the outbox: one mail for all that waits unread. What was read in the app, or is no longer
 * wanted by mail, is left out; with nothing left, nothing is sent. In quiet hours it waits for their end.
 */
export async function sendDigest(trx: Trx, act: Act, memberId: string) {
  const reader = await readerOf(trx, memberId, 'claims')
  const leaves_at = outOfQuiet(act.at, reader.rhythm)
  if (leaves_at > act.at) return setClock(trx, act, 'send-digest', memberId, leaves_at)
  const { wants_digest, choices } = await choicesOf(trx, memberId)
  const unwanted = choices.filter(({ mail }) => mail === 'never').map(({ topic }) => topic)
  const isWanted = wants_digest && reader.is_written_to
  await leaveOut(trx, memberId, isWanted ? unwanted : choices.map(({ topic }) => topic))

  const id = newId()
  const told = await waiting(trx, memberId).set({ digest_mail_id: id }).returning('id').execute()
  if (told.length === 0) return
  await writeMail(trx, act, {
    id,
    member_id: memberId,
    address: reader.email,
    locale: reader.locale,
    kind: 'digest',
    topic: 'digest',
    details: '{}',
    attachment: null,
  })
}

async function leaveOut(trx: Trx, memberId: string, topics: readonly string[]) {
  await waiting(trx, memberId)
    .set({ mail_plan: 'none' })
    .where((eb) => eb.or([eb('seen_at', 'is not', null), ...topics.map((topic) => eb('topic', '=', topic))]))
    .execute()
}

function waiting(trx: Trx, memberId: string) {
  return trx
    .updateTable('notices')
    .where('member_id', '=', memberId)
    .where('mail_plan', '=', 'digest')
    .where('digest_mail_id', 'is', null)
}
