import type { Note } from '#app/domain/messages/message.ts'
import type { PrivateDetail } from '#app/domain/messages/private-details.ts'
import type { Unsent } from './conversation-talk.ts'

/** What the server says to a message; `network` and `signed-out` when it said nothing of the kind. */
export type Answer = {
  note?: Note
  refused?: string
  found?: PrivateDetail[]
  slips?: string[]
  errors?: Record<string, string>
  trouble?: 'network' | 'signed-out'
}

const patience = { words: 15_000, photos: 180_000 }

export async function sendUnsent(page: string, unsent: Unsent): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ text: unsent.text, phrase: unsent.phrase ?? '', key: unsent.key }))
    body.append(name, value)
  if (unsent.is_sure) body.append('is_sure', '1')
  for (const slip of unsent.slips) body.append('slips', slip)
  if (unsent.slips.length === 0) for (const file of unsent.files) body.append('photos', file)
  const signal = AbortSignal.timeout(unsent.files.length > 0 ? patience.photos : patience.words)
  return asked(`${page}.json`, { method: 'POST', body, signal })
}

export type News = { notes: Note[]; others_read_to: string; trouble?: never } | { trouble: 'network' | 'signed-out' }

/** What came after a message. */
export function fetchNews(page: string, after: string): Promise<News> {
  return asked(`${page}.json?after=${after}`, { signal: AbortSignal.timeout(patience.words) })
}

/** Tells the server that the thread is before somebody's eyes. Nothing depends on the answer. */
export function tellRead(page: string, up_to: string) {
  const body = new URLSearchParams({ up_to })
  void fetch(`${page}/reading`, { method: 'POST', body, keepalive: true }).catch(() => undefined)
}

async function asked<T>(url: string, init: RequestInit): Promise<T | { trouble: 'network' | 'signed-out' }> {
  const reply = await fetch(url, { ...init, headers: { Accept: 'application/json' } }).catch(() => undefined)
  // An ended session answers with the sign-in page instead of JSON.
  if (reply && new URL(reply.url, location.href).pathname === '/sign-in') return { trouble: 'signed-out' }
  if (!reply || reply.status >= 500) return { trouble: 'network' }
  return (await reply.json().catch(() => ({ trouble: 'network' }))) as T
}
