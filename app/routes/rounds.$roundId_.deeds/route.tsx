import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isRefusal } from '#app/domain/refusal.ts'
import { unitOfLoad } from '#app/domain/rounds/plan.read.server.ts'
import { formWithFiles } from '#app/gateways/photo-incoming.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readDeed } from './read-deed.server.ts'
import { type Answer, writeDeed } from './write-deed.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/rounds/${params['roundId']}`)
}

/** What happened at a stop, from a form at once or from a phone's queue later: the queue wants its answer as JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await staff(request)
  const roundId = params['roundId'] ?? ''
  const isQueue = request.headers.get('accept') === 'application/json'
  const form = await formWithFiles(request)
  if (isRefusal(form)) return answer(roundId, isQueue, { refused: form.refused })
  const unit = await unitOfLoad(visit.db, String(form.get('load_id') ?? ''))
  const ask = readDeed(form, unit)
  if (!ask.value) return answer(roundId, isQueue, { errors: ask.errors ?? {} })
  return answer(roundId, isQueue, await writeDeed(visit, roundId, ask.value, form))
}

function answer(roundId: string, isQueue: boolean, outcome: Answer) {
  const status = 'done' in outcome ? 200 : 'errors' in outcome ? 422 : 409
  if (isQueue) return json(outcome, { status })
  const page = `/rounds/${roundId}`
  if ('done' in outcome) return redirect(page)
  if ('errors' in outcome) {
    const [first] = Object.values(outcome.errors)
    const [key = 'errors.invalid', query = ''] = (first ?? 'errors.invalid').split('?')
    return redirectSaying(page, key as 'errors.invalid', {
      tone: 'fail',
      values: Object.fromEntries(new URLSearchParams(query)),
    })
  }
  return redirectSaying(page, `driving.refused.${outcome.refused}`, { tone: 'fail' })
}
