import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { openNotice } from '#app/domain/notifications/mark-seen.server.ts'
import { pathOf } from '#app/domain/notifications/notice.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'

/** Leads to the page a notice is about. Opening it is reading it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, act } = await signedIn(request)
  const notice = found(await write(db, (trx) => openNotice(trx, act, params['noticeId'] ?? '')))
  return redirect(pathOf(notice))
}
