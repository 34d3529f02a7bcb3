import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { addPushDevice } from '#app/domain/notifications/add-push-device.server.ts'
import { PushDeviceAsk } from '#app/domain/notifications/push-device-ask.ts'
import { deviceOf } from '#app/domain/people/session.ts'
import { write } from '#app/domain/write.server.ts'
import { isPushService } from '#app/gateways/push.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect('/account/notices')
}

/** A browser gives the address for its notifications. The page that asks for it has no fields to show errors at. */
export async function action({ request }: ActionFunctionArgs) {
  const { db, act, member } = await signedIn(request)
  const { value } = await readForm(request, PushDeviceAsk)
  if (!value) return redirectSaying('/account/notices', 'notices.push.failed', { tone: 'fail' })
  if (!isPushService(value.endpoint))
    return redirectSaying('/account/notices', 'notices.push.unknownService', { tone: 'fail' })
  const device = deviceOf(request.headers.get('user-agent') ?? '')
  await write(db, (trx) => addPushDevice(trx, act, { ...value, session_id: member.session_id, device }))
  return redirectSaying('/account/notices', 'notices.push.added')
}
