import { createCookie, redirect } from '@remix-run/node'
import type { Key } from '#app/i18n/catalogue.ts'

export type Flash = { message: string; tone: 'done' | 'fail' }

export const flashCookie = createCookie('flash', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 60,
  secrets: [process.env['SESSION_SECRET'] ?? 'development only'],
})

/** Goes to a page that says one sentence, once: for a button whose answer is another page. Values follow the key as a query. */
export async function redirectSaying(url: string, key: Key, { tone = 'done', values = {}, headers = [] }: Saying = {}) {
  const query = new URLSearchParams(values).toString()
  const flash: Flash = { message: query ? `${key}?${query}` : key, tone }
  const cookie: [string, string] = ['Set-Cookie', await flashCookie.serialize(flash)]
  return redirect(url, { headers: [...headers, cookie] })
}

type Saying = { tone?: Flash['tone']; values?: Record<string, string>; headers?: [string, string][] }

/** The sentence the last page left for this one, and the header that takes it away. */
export async function flashOf(request: Request): Promise<{ flash?: Flash; cookie?: string }> {
  const flash: unknown = await flashCookie.parse(request.headers.get('cookie'))
  if (!isFlash(flash)) return {}
  return { flash, cookie: await flashCookie.serialize('', { maxAge: 0 }) }
}

function isFlash(value: unknown): value is Flash {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}
