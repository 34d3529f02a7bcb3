import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { anyone } from '#app/http/context.server.ts'
import { signOut } from '#app/http/sign-in.server.ts'

/** A link that was followed signs nobody out. */
export async function loader({ request }: LoaderFunctionArgs) {
  await anyone(request)
  return redirect('/account')
}

export async function action({ request }: ActionFunctionArgs) {
  await anyone(request)
  return redirect('/', { headers: await signOut(request) })
}
