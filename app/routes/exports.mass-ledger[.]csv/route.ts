import type { LoaderFunctionArgs } from '@remix-run/node'
import { ledgerFile, ledgerHead } from '#app/domain/handovers/ledger.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { csvFile } from '#app/http/csv.server.ts'

/** The whole register as of now. The last hash names this edition of it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await anyone(request)
  const head = await ledgerHead(db)
  const headers = { ETag: `"${head.hash}"`, 'Cache-Control': 'no-cache', Link: '</impact/method>; rel="describedby"' }
  if (request.headers.get('If-None-Match')?.includes(headers.ETag)) return new Response(null, { status: 304, headers })
  return csvFile('mass-ledger.csv', ledgerFile(db, head.seq), headers)
}
