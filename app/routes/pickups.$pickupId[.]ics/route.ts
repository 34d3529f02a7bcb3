import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarOf } from '#app/domain/pickups/calendar.server.ts'
import { pickupSides } from '#app/domain/pickups/pickup-sides.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { pickup } = found(await pickupSides(db, member, params['pickupId'] ?? ''))
  return new Response(await calendarOf(db, pickup, member.id), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="rimessa.ics"',
      'Cache-Control': 'private, no-store',
    },
  })
}
