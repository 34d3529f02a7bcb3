import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { releaseBooking } from '#app/domain/pickups/release-booking.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/bookings/${params['bookingId']}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const id = params['bookingId'] ?? ''
  const outcome = await write(db, (trx) => releaseBooking(trx, act, id, ''))
  return isRefusal(outcome)
    ? redirectSaying(`/bookings/${id}`, `slots.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(`/bookings/${id}`, 'slots.booking.released')
}
