import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { staff } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { roundPage } from '#app/http/round-page.server.ts'

/** How a round stands, for a page that is open on a phone: asked for once the server has taken what the phone sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = found(await roundPage(await staff(request), params['roundId'] ?? ''))
  return json(page, { headers: { 'Cache-Control': 'no-store' } })
}
