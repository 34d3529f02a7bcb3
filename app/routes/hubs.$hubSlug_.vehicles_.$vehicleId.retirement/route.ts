import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { retireVehicle } from '#app/domain/hubs/keep-vehicle.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/vehicles`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => retireVehicle(trx, act, slug, params['vehicleId'] ?? ''))
  const page = `/hubs/${slug}/vehicles`
  return isRefusal(outcome)
    ? redirectSaying(page, `hubRooms.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(page, 'hubRooms.vehicles.retired')
}
