import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { lockRound } from '#app/domain/rounds/fix-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { answerOnPage, dayPageOf } from '#app/http/round-reply.server.ts'

const Ask = z.object({ version: z.coerce.number().int(), is_locked: z.enum(['0', '1']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/rounds/${params['roundId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const seen = { id: params['roundId'] ?? '', version: 0 }
  const { value } = await readForm(request, Ask)
  const outcome = await write(db, (trx) =>
    lockRound(trx, act, { ...seen, version: value?.version ?? 0 }, value?.is_locked === '1'),
  )
  return answerOnPage(await dayPageOf(db, seen.id), outcome)
}
