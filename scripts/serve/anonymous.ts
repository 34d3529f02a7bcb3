import type { IncomingMessage } from 'node:http'
import { LRUCache } from 'lru-cache'
import { flashCookie } from '#app/http/flash.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { sessionCookie } from '#app/http/session-cookie.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Encoding, encodingFor } from './encoding.ts'

/** A public page as anybody who is not signed in may see it. */
export type PublicPage = { url: string; locale: Locale }
type Visitor = { locale: Locale; encoding: Encoding }

const rooms = 'about|hubs|impact|listings|members|organisations|wanted'
const publicPages = new RegExp(`^/(?:(?:${rooms})(?:/[\\w-]+)?)?(?:\\?|$)`)
const ofSomebody = [sessionCookie.name, flashCookie.name].map((name) => `${name}=`)
const longest = 1000

/** What browsers say of themselves, read once: a few hundred phrases cover nearly everybody. */
const visitors = new LRUCache<string, Visitor>({ max: 500 })

/** The page asked for and how it may be sent, if it is one that everybody sees alike; undefined for all else. */
export function publicPageOf({ method, url = '', headers }: IncomingMessage): (PublicPage & Visitor) | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > longest || !publicPages.test(url)) return undefined
  const { cookie = '' } = headers
  // A language chosen in the address sets a cookie.
  if (ofSomebody.some((name) => cookie.includes(name)) || url.includes('lang=')) return undefined
  const { locale, encoding } = visitorOf(
    cookie,
    headers['accept-language'] ?? '',
    String(headers['accept-encoding'] ?? ''),
  )
  return { url, locale, encoding }
}

function visitorOf(cookie: string, language: string, accepted: string): Visitor {
  const said = `${language}\n${accepted}\n${cookie}`
  const known = visitors.get(said)
  if (known) return known
  const locale = localeOf(new Request('http://here', { headers: { cookie, 'accept-language': language } }))
  const visitor = { locale, encoding: encodingFor(accepted) }
  visitors.set(said, visitor)
  return visitor
}
