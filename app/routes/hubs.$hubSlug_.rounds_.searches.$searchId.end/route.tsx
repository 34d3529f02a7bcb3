import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { stopPlanning } from '#app/gateways/round-planner.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/rounds`)
}

/** No more looking; what was found so far can still be kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  await staff(request)
  const ended = stopPlanning(params['searchId'] ?? '')
  return { ended: ended !== undefined }
}
