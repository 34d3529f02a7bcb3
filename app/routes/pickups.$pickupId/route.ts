import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { pickupSides } from '#app/domain/pickups/pickup-sides.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'

/** Notices and calendars name the pickup; what there is to see and do stands on its claim's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { claimId } = found(await pickupSides(db, member, params['pickupId'] ?? ''))
  return redirect(`/claims/${claimId}`)
}
