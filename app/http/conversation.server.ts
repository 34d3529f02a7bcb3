import { newId } from '#app/domain/id.server.ts'
import { threadFor } from '#app/domain/messages/messages.read.server.ts'
import type { MemberVisit } from './context.server.ts'

/** A claim's thread for its page, with the key under which the next message from this form is kept once. */
export async function conversationOf({ db, member, now }: MemberVisit, claimId: string, before?: string) {
  const thread = await threadFor(db, member, claimId, { now, ...(before === undefined ? {} : { before }) })
  return thread && { ...thread, key: newId() }
}
