import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { markMessagesRead } from '#app/domain/messages/mark-messages-read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/claims/${params['claimId']}/messages`)
}

/** The thread is before the member's eyes, down to this message. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const { up_to } = found((await readForm(request, z.object({ up_to: z.string() }))).value)
  const outcome = await write(db, (trx) => markMessagesRead(trx, act, params['claimId'] ?? '', up_to))
  found(isRefusal(outcome) ? undefined : outcome)
  return Response.json(outcome)
}
