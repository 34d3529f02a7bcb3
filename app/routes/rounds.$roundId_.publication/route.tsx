import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { answerOnPage, dayPageOf } from '#app/http/round-reply.server.ts'

const Ask = z.object({ version: z.coerce.number().int() })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/rounds/${params['roundId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const roundId = params['roundId'] ?? ''
  const { value } = await readForm(request, Ask)
  const outcome = await write(db, (trx) => publishRound(trx, act, roundId, value?.version ?? 0))
  return answerOnPage(await dayPageOf(db, roundId), outcome, ({ asked, failed }) => {
    if (failed.length > 0)
      return { key: 'rounds.said.notAsked', values: { titles: failed.map(({ title }) => title).join(', ') } }
    if (asked === 0) return { key: 'rounds.said.publishedToNobody' }
    return { key: 'rounds.said.published', values: { count: String(asked) } }
  })
}
