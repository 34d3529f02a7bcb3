import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endCount } from '#app/domain/handovers/count-stock.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { stockVisit } from '#app/http/stock.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { hub } = await stockVisit(await signedIn(request), params)
  return redirect(`/hubs/${hub.slug}/inventory`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, hub } = await stockVisit(await signedIn(request), params)
  const countId = String((await request.formData()).get('count_id') ?? '')
  const outcome = await write(db, (trx) => endCount(trx, act, countId))
  const page = `/hubs/${hub.slug}/stock`
  return isRefusal(outcome)
    ? redirectSaying(page, `stock.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(page, 'stock.inventory.ended')
}
