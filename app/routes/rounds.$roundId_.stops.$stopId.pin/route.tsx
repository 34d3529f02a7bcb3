import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { pinStop } from '#app/domain/rounds/fix-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { answerOnPage, dayPageOf } from '#app/http/round-reply.server.ts'

const Ask = z.object({ version: z.coerce.number().int(), is_pinned: z.enum(['0', '1']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/rounds/${params['roundId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const { value } = await readForm(request, Ask)
  const seen = { id: params['roundId'] ?? '', version: value?.version ?? 0 }
  const stop = { id: params['stopId'] ?? '', is_pinned: value?.is_pinned === '1' }
  const outcome = await write(db, (trx) => pinStop(trx, act, seen, stop))
  return answerOnPage(await dayPageOf(db, seen.id), outcome)
}
