import { createHash } from 'node:crypto'

/** A private calendar, sent again only when it has changed. Shared caches and search engines keep off. */
export function calendarReply(request: Request, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
  const held = request.headers.get('If-None-Match')?.split(/,\s*/) ?? []
  if (held.some((each) => each.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}
