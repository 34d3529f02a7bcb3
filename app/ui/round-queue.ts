import { createStore, del, entries, set } from 'idb-keyval'

/** Something that was done at a stop and that the server does not know yet. */
export type QueuedDeed = {
  key: string
  round_id: string
  fields: Record<string, string>
  /** What the typed weight was understood as. */
  grams: number
  claim_id: string
  pictures: Record<string, File>
  /** By this phone's clock. */
  happened_at: string
  /** When the server took it. */
  sent_at?: string
  /** Why the server would not take it; undefined while it waits for signal. */
  refused?: string
  /** Of a refusal that says more. */
  detail?: string
}

/** `sent` was taken by the server; what the page shows may not say so yet. */
export type Queue = {
  deeds: readonly QueuedDeed[]
  sent: readonly QueuedDeed[]
  isSending: boolean
  /** The last time nobody answered: no signal, whatever the phone thinks of its network. */
  isCutOff: boolean
  /** The round as the server told it after it had taken something. */
  standing: unknown
}

export const nothing: Queue = { deeds: [], sent: [], isSending: false, isCutOff: false, standing: undefined }
const pause = 15_000
const keptSent = 2 * 24 * 3600_000

let queue = nothing
let loaded: Promise<void> | undefined
/** On their way into the storage: the second tap comes before the first is kept. */
let adding: readonly QueuedDeed[] = []
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const store = () => createStore('rimessa-rounds', 'deeds')

export function readQueue() {
  return queue
}

/** For useSyncExternalStore: the queue lives in this phone's storage and outlasts the page. */
export function watchQueue(listener: () => void) {
  listeners.add(listener)
  if (listeners.size === 1) {
    window.addEventListener('online', sendQueue)
    loaded ??= loadQueue()
    void loaded.then(sendQueue)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('online', sendQueue)
  }
}

/** Keeps a deed on this phone first, then tries to send it. What waits already is not done twice, however early it is tapped. */
export async function addDeed(deed: QueuedDeed) {
  await (loaded ??= loadQueue())
  const known = [...queue.deeds, ...queue.sent, ...adding]
  if (known.some((other) => other.refused === undefined && isSame(other, deed))) return
  adding = [...adding, deed]
  await set(deed.key, deed, store())
    .then(() => change({ deeds: [...queue.deeds, deed] }))
    .finally(() => {
      adding = adding.filter((one) => one !== deed)
    })
  void sendQueue()
}

/** Takes a deed that was refused off the list: somebody has read why. */
export async function dropDeed(key: string) {
  await del(key, store())
  change({ deeds: queue.deeds.filter((deed) => deed.key !== key) })
}

/** Sends what waits, in the order it happened, one after the other: a delivery makes no sense before its collection. */
export async function sendQueue() {
  clearTimeout(timer)
  if (queue.isSending) return
  change({ isSending: true })
  const before = queue.sent.length
  for (let deed = nextDeed(); deed; deed = nextDeed()) {
    const answer = await send(deed)
    change({ isCutOff: answer === undefined })
    if (answer === undefined) break
    if (answer === 'done') await keepAsSent(deed)
    else await refuse({ ...deed, ...answer })
  }
  const last = queue.sent.at(-1)
  if (last && queue.sent.length > before) await askStanding(last.round_id)
  change({ isSending: false })
  if (nextDeed()) timer = setTimeout(sendQueue, pause)
}

function isSame(one: QueuedDeed, other: QueuedDeed) {
  return ['deed', 'load_id', 'stop_id'].every((name) => one.fields[name] === other.fields[name])
}

const nextDeed = () => queue.deeds.find(({ refused }) => refused === undefined)

async function askStanding(roundId: string) {
  const response = await fetch(`/rounds/${roundId}/standing.json`).catch(() => undefined)
  const isAnswer = response?.ok && response.headers.get('content-type')?.startsWith('application/json')
  if (response && isAnswer) change({ standing: await response.json() })
}

async function loadQueue() {
  const kept = (await entries<string, QueuedDeed>(store())).map(([, deed]) => deed)
  const inOrder = kept.toSorted((a, b) => (a.happened_at < b.happened_at ? -1 : 1))
  const old = new Date(Date.now() - keptSent).toISOString()
  for (const { key, sent_at } of inOrder) if (sent_at !== undefined && sent_at < old) void del(key, store())
  change({
    deeds: inOrder.filter(({ sent_at }) => sent_at === undefined),
    sent: inOrder.filter(({ sent_at }) => sent_at !== undefined && sent_at >= old),
  })
}

/** The page that opens without signal may be older than what was sent: it stays beside it for a while. */
async function keepAsSent(deed: QueuedDeed) {
  const sent = { ...deed, pictures: {}, sent_at: new Date().toISOString() }
  await set(deed.key, sent, store())
  change({ sent: [...queue.sent, sent], deeds: queue.deeds.filter(({ key }) => key !== deed.key) })
}

async function refuse(deed: QueuedDeed) {
  await set(deed.key, deed, store())
  change({ deeds: queue.deeds.map((one) => (one.key === deed.key ? deed : one)) })
}

type Answer = { done?: string; refused?: string; tries_left?: number; errors?: Record<string, string> }

/** 'done', why not, or undefined when no answer came that is one: no signal, a server that is down, a session that ended. */
async function send({ round_id, fields, pictures, happened_at }: QueuedDeed) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, happened_at, sent_at_phone: new Date().toISOString() }))
    form.set(name, value)
  for (const [name, file] of Object.entries(pictures)) form.set(name, file)
  const request = { method: 'POST', body: form, headers: { Accept: 'application/json' } }
  const response = await fetch(`/rounds/${round_id}/deeds`, request).catch(() => undefined)
  const isAnswer = response?.headers.get('content-type')?.startsWith('application/json') && response.status < 500
  if (!response || !isAnswer) return undefined
  const answer = (await response.json()) as Answer
  if (answer.done) return 'done'
  const [field, error] = Object.entries(answer.errors ?? {})[0] ?? []
  return { refused: answer.refused ?? 'invalid', detail: answer.tries_left?.toString() ?? error ?? field ?? '' }
}

function change(facts: Partial<Queue>) {
  queue = { ...queue, ...facts }
  for (const listener of listeners) listener()
}
