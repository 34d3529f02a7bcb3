import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { breakDown } from '#app/domain/rounds/settle-stop.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { answerOnPage } from '#app/http/round-reply.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/rounds/${params['roundId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const roundId = params['roundId'] ?? ''
  const outcome = await write(db, (trx) => breakDown(trx, act, roundId))
  return answerOnPage(`/rounds/${roundId}`, outcome, () => ({ key: 'rounds.said.broken' }))
}
