import { createHash } from 'node:crypto'

type Entry = { id: string; title: string; summary: string; updated: string; href: string; author: string }
export type Feed = {
  id: string
  title: string
  subtitle: string
  updated: string
  self: string
  href: string
  entries: Entry[]
}

/** A private Atom 1.0 feed (RFC 4287), sent again only when it has changed. Shared caches and search engines keep off. */
export function atomReply(request: Request, feed: Feed, language: string): Response {
  const body = atom(feed, language)
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
  const held = request.headers.get('If-None-Match')?.split(/,\s*/) ?? []
  if (held.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}

function atom({ id, title, subtitle, updated, self, href, entries }: Feed, language: string) {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${text(language)}">
<id>${text(id)}</id>
<title>${text(title)}</title>
<subtitle>${text(subtitle)}</subtitle>
<updated>${text(updated)}</updated>
<author><name>Rimessa</name></author>
<link rel="self" type="application/atom+xml" href="${text(self)}"/>
<link rel="alternate" type="text/html" href="${text(href)}"/>
${entries.map(entry).join('')}</feed>
`
}

function entry({ id, title, summary, updated, href, author }: Entry) {
  return `<entry>
<id>${text(id)}</id>
<title>${text(title)}</title>
<updated>${text(updated)}</updated>
<author><name>${text(author)}</name></author>
<link rel="alternate" type="text/html" href="${text(href)}"/>
<summary>${text(summary)}</summary>
</entry>
`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** XML has no way at all to write most control characters and half a pair: they are left out. */
function text(written: string) {
  return written
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
