import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { type Written, writings } from '#app/domain/write.server.ts'
import type { Database } from '#db/database.ts'
import { type PublicPage, publicPageOf } from './anonymous.ts'
import { tellBusy } from './busy.ts'
import type { KeptPage, Sent } from './kept-page.ts'

/** Renders a page for nobody in particular. Undefined when the answer was meant for whoever asked. */
export type RenderForNobody = (page: PublicPage) => Promise<KeptPage | 'busy' | undefined>

type Entry = { url: string; page: KeptPage; at: number }
type Times = { fresh?: number; stale?: number }

const mostBytes = 64 * 1024 * 1024
const seconds = 1000

/** Pages that show many things, and so change with any of them. */
const lists = /^\/(?:hubs\b|impact\b|(?:listings|wanted)?(?:\?|$))/

/** Written all the time, and on no page that a stranger can see. A table that is not named here drops pages. */
const unseen: ReadonlySet<keyof Database> = new Set<keyof Database>([
  ...(['sessions', 'member_links', 'clocks', 'heartbeats', 'instance_keys', 'handover_codes', 'place_doors'] as const),
  ...(['notices', 'mails', 'pushes', 'notice_settings', 'notice_choices', 'push_subscriptions'] as const),
  ...(['messages', 'message_photos', 'message_reads', 'lot_marks', 'geocoded_places', 'geocoder_turns'] as const),
  ...(['saved_searches', 'search_anchors', 'search_answers', 'handover_sendings'] as const),
])

/**
 * Answers for public pages that somebody saw a moment ago: fresh for ten seconds, then once more while a new one is made.
 * What this process writes drops the pages it shows on at once.
 */
export function pageCache(render: RenderForNobody, { fresh = 10 * seconds, stale = 30 * seconds }: Times = {}) {
  const kept = new LRUCache<string, Entry>({ maxSize: mostBytes, sizeCalculation: ({ page }) => page.bytes })
  const underWay = new Map<string, ReturnType<RenderForNobody>>()

  subscribe(writings.name, (written) => {
    const { tables, ids } = written as Written
    if ([...tables].every((table) => unseen.has(table))) return
    // A page under way may have read what was there before: whoever waits for it gets it, nobody after.
    underWay.clear()
    for (const [key, { url, page }] of kept.entries())
      if (ids.size === 0 || lists.test(url) || namesAny(page, ids)) kept.delete(key)
  })

  function renew(key: string, asked: PublicPage) {
    const known = underWay.get(key)
    if (known) return known
    const rendering = render(asked).catch(() => undefined)
    underWay.set(key, rendering)
    void rendering.then((page) => {
      if (underWay.get(key) !== rendering) return
      underWay.delete(key)
      if (page && page !== 'busy') keep(key, asked.url, page)
    })
    return rendering
  }

  function keep(key: string, url: string, page: KeptPage): unknown {
    const before = kept.peek(key)
    if (!page.isLasting) return kept.delete(key)
    const isSame = before?.page.etag === page.etag
    kept.set(key, { url, page: isSame ? before.page : page, at: Date.now() })
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const asked = publicPageOf(request)
    if (!asked) return next()
    const key = asked.locale + asked.url
    const entry = kept.get(key)
    const age = entry ? Date.now() - entry.at : Number.POSITIVE_INFINITY
    // Somebody saw it before, so others will: it is worth the tenth of a second, on another thread.
    if (entry) void entry.page.tighten()
    if (age > fresh) {
      const made = renew(key, asked)
      if (!entry || age > stale) return void made.then(tell)
    }
    tell(entry?.page)

    function tell(page: KeptPage | 'busy' | undefined) {
      if (page === 'busy') return tellBusy(request, response)
      if (!page) return next()
      const ready = page.sent[asked?.encoding ?? 'identity']
      if (ready) send(ready, request, response)
      else void page.send(asked?.encoding ?? 'identity').then((sent) => send(sent, request, response), next)
    }
  }
}

function namesAny(page: KeptPage, ids: ReadonlySet<string>) {
  for (const id of ids) if (page.ids.has(id)) return true
  return false
}

function send({ status, etag, head, headUnchanged, body }: Sent, request: IncomingMessage, response: ServerResponse) {
  const known = request.headers['if-none-match']
  if (status === 200 && known !== undefined && (known === etag || known.split(/,\s*/).includes(etag)))
    return response.writeHead(304, headUnchanged).end()
  response.writeHead(status, head)
  return response.end(request.method === 'HEAD' ? undefined : body)
}
