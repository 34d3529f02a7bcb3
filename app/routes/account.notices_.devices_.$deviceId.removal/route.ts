import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removePushDevice } from '#app/domain/notifications/add-push-device.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect('/account/notices')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  await write(db, (trx) => removePushDevice(trx, act, params['deviceId'] ?? ''))
  return redirectSaying('/account/notices', 'notices.push.removed')
}
