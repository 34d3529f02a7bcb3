import type { Trx } from '#db/database.ts'
import { oneAtATime } from '#db/dialects/dialect.server.ts'
import type { Act } from '../act.ts'
import { opensTheDoor } from '../claims/claim.ts'
import { newId } from '../id.server.ts'
import { later } from '../instant.ts'
import type { PhotoFacts } from '../listings/photo.ts'
import { refused } from '../refusal.ts'
import { markMessagesRead } from './mark-messages-read.server.ts'
import { type MessageSide, mayWrite, messageLimits } from './message.ts'
import type { MessageAsk } from './message-ask.ts'
import { privateDetailsIn } from './private-details.ts'
import { standingIn } from './standing.read.server.ts'
import { tellOfMessage } from './tell-of-message.server.ts'

/**
 * Adds a message to a claim's thread, with photos whose files are already in place, and tells the other sides. The
 * same key twice is one message. Before the claim is confirmed, what seems to hold a phone number, an e-mail address
 * or a street is refused once, until its writer is sure.
 */
export async function writeMessage(
  trx: Trx,
  act: Act,
  claimId: string,
  ask: MessageAsk,
  photos: readonly PhotoFacts[] = [],
) {
  const standing = await standingIn(trx, act.by, claimId)
  if (!standing) return refused('no-such-claim')
  const { claim, side } = standing
  // One by one in a thread: the count of the last ten minutes holds, and ids grow in the order they are seen.
  await oneAtATime(trx, `messages of ${claimId}`)
  const sent = await sentBefore(trx, act, claimId, ask.key)
  if (sent) return sent.text === said(ask).text ? { id: sent.id, claim_id: claimId } : refused('already-sent')
  if (!mayWrite(claim, act.at)) return refused('thread-closed')
  if ((await writtenLately(trx, act, claimId)) >= messageLimits.perTenMinutes) return refused('too-many-messages')
  const found = ask.is_sure || opensTheDoor(claim.state) ? [] : privateDetailsIn(said(ask).text)
  if (found.length > 0) return { ...refused('private-details'), found }

  const id = await insert(trx, act, { claim_id: claimId, side, ask, photos })
  await tellOfMessage(trx, act, claim)
  await markMessagesRead(trx, act, claimId, id)
  return { id, claim_id: claimId }
}

function said({ text, phrase }: MessageAsk) {
  if (phrase === undefined) return { kind: 'text', phrase: null, text } as const
  return { kind: phrase.includes('.') ? 'answer' : 'question', phrase, text: '' } as const
}

function sentBefore(trx: Trx, act: Act, claimId: string, key: string) {
  return trx
    .selectFrom('messages')
    .select(['id', 'text'])
    .where('claim_id', '=', claimId)
    .where('from_id', '=', act.by.id)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
}

async function writtenLately(trx: Trx, act: Act, claimId: string) {
  const { count } = await trx
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('claim_id', '=', claimId)
    .where('from_id', '=', act.by.id)
    .where('written_at', '>', later(act.at, { minutes: -10 }))
    .executeTakeFirstOrThrow()
  return count
}

type Message = { claim_id: string; side: MessageSide; ask: MessageAsk; photos: readonly PhotoFacts[] }

async function insert(trx: Trx, act: Act, { claim_id, side, ask, photos }: Message) {
  const id = newId()
  const row = { id, claim_id, side, from_id: act.by.id, idempotency_key: ask.key, written_at: act.at }
  await trx
    .insertInto('messages')
    .values({ ...row, ...said(ask) })
    .execute()
  const shots = photos.map(({ hash, width, height, thumbhash }, position) => ({
    ...{ message_id: id, position },
    ...{ hash, width, height, thumbhash },
  }))
  if (shots.length > 0) await trx.insertInto('message_photos').values(shots).execute()
  return id
}
