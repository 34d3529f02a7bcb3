import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { markSeen } from '#app/domain/notifications/mark-seen.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/http/replies.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect('/notices')
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const { newest_id } = found((await readForm(request, z.object({ newest_id: z.string() }))).value)
  await write(db, (trx) => markSeen(trx, act, newest_id))
  return redirect('/notices')
}
