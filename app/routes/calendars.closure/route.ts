import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { closeCalendar } from '#app/domain/pickups/calendar-feed.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { refusedWith } from '#app/http/replies.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect('/calendars')
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const slug = typedFields(await request.formData())['hub'] ?? ''
  const outcome = await write(db, (trx) => closeCalendar(trx, act, slug))
  return isRefusal(outcome) ? refusedWith(outcome) : redirectSaying('/calendars', 'calendars.closed')
}
