import type { LoaderFunctionArgs } from '@remix-run/node'
import { standingIn } from '#app/domain/messages/standing.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { threadStream } from '#app/http/live-stream.server.ts'
import { found } from '#app/http/replies.server.ts'

/** New messages of a thread as they are written. A browser that comes back says what it had last. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { claim, side } = found(await standingIn(db, member, params['claimId'] ?? ''))
  const after = request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('after') ?? ''
  return threadStream({ claim_id: claim.id, member_id: member.id, side, after, signal: request.signal })
}
