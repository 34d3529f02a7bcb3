import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { markMessagesRead } from '#app/domain/messages/mark-messages-read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { conversationOf } from '#app/http/conversation.server.ts'
import { takeMessage } from '#app/http/message-intake.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Conversation } from '#app/ui/conversation.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  const thread = found(await conversationOf(visit, params['claimId'] ?? '', before))
  const last = thread.notes.at(-1)
  if (last) await write(visit.db, (trx) => markMessagesRead(trx, visit.act, thread.claim_id, last.id))
  const title = translator(visit.locale).t('messages.pageTitle', { title: thread.title })
  return { title, thread, isOlder: before !== undefined }
}

/** A message from a browser without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const claimId = params['claimId'] ?? ''
  const { typed, ...outcome } = await takeMessage(visit, claimId, request)
  if ('errors' in outcome) return invalid(outcome.errors, typed)
  if ('refused' in outcome) return refusedWith(found(outcome.refused === 'no-such-claim' ? undefined : outcome), typed)
  const page = typed['from'] === 'claim' ? `/claims/${claimId}` : `/claims/${claimId}/messages`
  return redirect(`${page}#message-${outcome.id}`, 303)
}

export default function Messages() {
  const { t } = useT()
  const { thread, isOlder } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const page = `/claims/${thread.claim_id}`
  return (
    <div className="page page--top talk-page stack">
      <p>
        <Link to={page}>{t('messages.backToClaim', { title: thread.title })}</Link>
      </p>
      {thread.older ? (
        <p>
          <Link to={`${page}/messages?before=${thread.older}`}>{t('messages.older')}</Link>
        </p>
      ) : null}
      <Conversation
        key={`${thread.claim_id} ${isOlder ? thread.older : ''}`}
        thread={thread}
        reply={reply}
        heading="h1"
        isOlder={isOlder}
      />
    </div>
  )
}
