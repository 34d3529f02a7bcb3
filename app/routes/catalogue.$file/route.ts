import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { editions } from '#app/i18n/catalogues.server.ts'

/** A language as JSON. The hash in its name is that of its words, so it may be kept for ever. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await anyone(request)
  const edition = found(Object.values(editions).find(({ file }) => file === params['file']))
  return new Response(edition.json, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
