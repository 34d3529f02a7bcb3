import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/handovers/${params['handoverId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const handoverId = params['handoverId'] ?? ''
  const outcome = await write(db, (trx) => confirmHandover(trx, act, handoverId))
  const page = `/handovers/${handoverId}`
  if (isRefusal(outcome)) return redirectSaying(page, `handovers.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(page, 'handovers.page.confirmedDone')
}
