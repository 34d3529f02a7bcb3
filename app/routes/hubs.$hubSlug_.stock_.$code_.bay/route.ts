import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { putInBay } from '#app/domain/handovers/put-in-bay.server.ts'
import { baysOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { stockLotVisit } from '#app/http/stock.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await stockLotVisit(await signedIn(request), params)
  return redirect(page)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, hub, lot, page } = await stockLotVisit(await signedIn(request), params)
  const bay = String((await request.formData()).get('bay') ?? '')
  const outcome = await write(db, (trx) => putInBay(trx, act, lot.id, bay === '' ? null : bay))
  if (isRefusal(outcome)) return redirectSaying(page, `stock.refusals.${outcome.refused}`, { tone: 'fail' })
  const code = (await baysOf(db, hub.id)).find(({ id }) => id === bay)?.code
  return code === undefined
    ? redirectSaying(page, 'stock.lot.putNowhere', { values: { code: lot.code } })
    : redirectSaying(page, 'stock.lot.putDone', { values: { code: lot.code, bay: code } })
}
