import { createHash } from 'node:crypto'
import { type Encoding, encoded } from './encoding.ts'
import { policyOfKept } from './policy.ts'

/** A page as it goes out: flat lists of header names and values, which Node writes without looking at them again. */
export type Sent = { status: number; etag: string; head: string[]; headUnchanged: string[]; body: Buffer }

export type KeptPage = {
  etag: string
  /** Upper bound of what it takes in memory, in all its encodings. */
  bytes: number
  /** Every id its text names: what it is about, and what it shows. */
  ids: ReadonlySet<string>
  /** False for a redirect, an error or a file: good for whoever waits for it now, not for later. */
  isLasting: boolean
  sent: Partial<Record<Encoding, Sent>>
  send: (encoding: Encoding) => Promise<Sent>
  /** Compresses it once more, as small as can be: for a page that is asked for again. */
  tighten: () => Promise<void>
}

/** Undefined for an answer that sets a cookie: that one was meant for somebody. */
export async function keptPage(answer: Response, nonce: string): Promise<KeptPage | undefined> {
  const { status, headers } = answer
  if (headers.has('Set-Cookie')) return undefined
  const rendered = await answer.text()
  const text = rendered.replaceAll(` nonce="${nonce}"`, '')
  if (text.includes(nonce)) return undefined
  const body = Buffer.from(text)
  const head = headOf(headers, hashesOf(rendered, nonce))
  const etag = `W/"${createHash('sha256').update(head.join('\n')).update(body).digest('base64url').slice(0, 22)}"`
  const facts = { status, etag, head, body }
  const sent: KeptPage['sent'] = {}
  const making: Partial<Record<Encoding, Promise<Sent>>> = {}
  const quick = (encoding: Encoding) => (making[encoding] ??= inEncoding(facts, encoding, 5))
  let isTight = false
  return {
    etag,
    bytes: body.length * 2 + 4096,
    ids: new Set(text.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g)),
    isLasting: status === 200 && isPage(headers),
    sent,
    send: async (encoding) => (sent[encoding] ??= await quick(encoding)),
    tighten: async () => {
      if (isTight || !sent.br) return
      isTight = true
      sent.br = await inEncoding(facts, 'br', 11)
    },
  }
}

function isPage(headers: Headers) {
  const mayBeKept = !/no-store/.test(headers.get('Cache-Control') ?? '')
  return mayBeKept && (headers.get('Content-Type') ?? '').startsWith('text/html')
}

/**
 * What our own inline scripts say, as the policy names it. Only those that carry the nonce of this very rendering count:
 * a script that somebody smuggled into a text has none, and stays forbidden.
 */
function hashesOf(rendered: string, nonce: string) {
  const scripts = rendered.matchAll(new RegExp(`<script(?![^>]* src=)[^>]* nonce="${nonce}"[^>]*>(.*?)</script>`, 'gs'))
  return [...scripts].map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
}

function headOf(headers: Headers, hashes: string[]): string[] {
  const vary = [headers.get('Vary'), 'Accept-Encoding'].filter(Boolean).join(', ')
  const all = { ...policyOfKept(hashes), ...Object.fromEntries(headers), vary }
  return Object.entries(all).flatMap(([name, value]) => [name, String(value)])
}

type Facts = { status: number; etag: string; head: string[]; body: Buffer }

async function inEncoding({ status, etag, head, body }: Facts, encoding: Encoding, quality: number): Promise<Sent> {
  const bytes = await encoded(body, encoding, quality)
  const headUnchanged = [...head, 'etag', etag]
  const about = [
    'content-length',
    String(bytes.length),
    ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
  ]
  return { status, etag, head: [...headUnchanged, ...about], headUnchanged, body: bytes }
}
