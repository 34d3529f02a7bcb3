import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { revokeSession } from '#app/domain/people/revoke-session.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect('/account')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  await write(db, (trx) => revokeSession(trx, act, params['sessionId'] ?? ''))
  return redirectSaying('/account', 'people.account.revoked')
}
