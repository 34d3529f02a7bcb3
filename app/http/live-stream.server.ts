import type { MessageSide } from '#app/domain/messages/message.ts'
import { readOnFrom } from '#app/domain/messages/message-cursor.ts'
import { messagesFrom } from '#app/domain/messages/messages.read.server.ts'
import { log } from '#app/gateways/log.server.ts'
import { deliver, join, type Listener, leave } from './live-threads.server.ts'
import { db } from './store.server.ts'

/** After this the browser comes back by itself, and is asked again who it is. */
const longest = 3 * 60_000
/** So many events unread: whoever is at the other end has gone. */
const mostWaiting = 200

type Line = { claim_id: string; member_id: string; side: MessageSide; after: string; signal: AbortSignal }

/** A thread as server-sent events: first what came after `after`, then what comes, until either end hangs up. */
export function threadStream({ after, signal, ...who }: Line): Response {
  let end = () => {}
  let isTaken = false
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const { listener, stop } = lineOf(controller, who)
      end = stop
      isTaken = join(listener)
      if (!isTaken) return stop()
      listener.say('retry: 1500\nevent: hello\ndata: ""\n\n')
      if (signal.aborted) return stop()
      signal.addEventListener('abort', stop, { once: true })
      catchUp(listener, after)
    },
    cancel: () => end(),
  })
  // no-transform: a compressing proxy, and our own, would hold the events back until there are enough of them.
  const headers = { 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no' }
  if (!isTaken) return new Response('Too many lines\n', { status: 429, headers: { 'Retry-After': '30' } })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' } })
}

function lineOf(controller: ReadableStreamDefaultController<Uint8Array>, who: Omit<Line, 'after' | 'signal'>) {
  const encoder = new TextEncoder()
  let isOpen = true
  const listener: Listener = {
    ...who,
    read_to: '',
    sent: new Set(),
    say: (event) => {
      if (isOpen) controller.enqueue(encoder.encode(event))
      if (isOpen && (controller.desiredSize ?? 0) < -mostWaiting) stop()
    },
    close: () => stop(),
  }
  const timer = setTimeout(() => stop(), longest).unref()
  function stop() {
    if (!isOpen) return
    isOpen = false
    clearTimeout(timer)
    leave(listener)
    controller.close()
  }
  return { listener, stop }
}

/** What was missed. The browser drops what it knows already. */
function catchUp(listener: Listener, after: string) {
  messagesFrom(db, [listener.claim_id], readOnFrom(after))
    .then((rows) => {
      for (const row of rows) deliver(listener, row)
    })
    .catch((error: unknown) => {
      log.error({ err: error }, 'missed messages could not be read')
      listener.close()
    })
}
