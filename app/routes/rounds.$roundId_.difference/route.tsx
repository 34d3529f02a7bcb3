import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { isRefusal } from '#app/domain/refusal.ts'
import { explainDifference } from '#app/domain/rounds/close-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { answerOnPage } from '#app/http/round-reply.server.ts'

const Ask = z.object({
  reason: z.string().trim().min(3, 'errors.required').max(300, 'errors.too-long?max=300'),
  idempotency_key: z.string().min(8).max(80),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/rounds/${params['roundId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const roundId = params['roundId'] ?? ''
  const page = `/rounds/${roundId}`
  const ask = await readForm(request, Ask)
  if (ask.errors) return redirectSaying(page, 'rounds.balance.why', { tone: 'fail' })
  const outcome = await write(db, (trx) => explainDifference(trx, act, roundId, ask.value))
  if (isRefusal(outcome)) return answerOnPage(page, outcome)
  return answerOnPage(page, outcome, () => ({ key: 'rounds.said.explained' }))
}
