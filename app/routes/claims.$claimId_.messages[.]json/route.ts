import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readOnFrom } from '#app/domain/messages/message-cursor.ts'
import { asNote, messagesFrom, readByOthers, readMarks } from '#app/domain/messages/messages.read.server.ts'
import { standingIn } from '#app/domain/messages/standing.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { takeMessage } from '#app/http/message-intake.server.ts'
import { found } from '#app/http/replies.server.ts'

const fresh = { 'Cache-Control': 'private, no-store' }

/** What came after a message: for browsers whose line does not hold. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { claim, side } = found(await standingIn(db, member, params['claimId'] ?? ''))
  const from = readOnFrom(new URL(request.url).searchParams.get('after') ?? '')
  const [rows, marks] = await Promise.all([messagesFrom(db, [claim.id], from), readMarks(db, [claim.id])])
  const notes = rows.map((row) => asNote(row, member.id))
  return Response.json({ notes, others_read_to: readByOthers(marks, claim.id, side) }, { headers: fresh })
}

/** A message sent by script: the answer is the message as it is kept, or why it is not. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const claimId = params['claimId'] ?? ''
  const { typed: _, ...outcome } = await takeMessage(visit, claimId, request)
  if ('errors' in outcome) return Response.json(outcome, { status: 422 })
  if ('refused' in outcome) {
    found(outcome.refused === 'no-such-claim' ? undefined : outcome)
    return Response.json(outcome, { status: 409 })
  }
  const [row] = await messagesFrom(visit.db, [claimId], outcome.id)
  return Response.json({ note: asNote(found(row), visit.member.id) })
}
