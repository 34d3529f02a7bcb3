import type { Note, Thread } from '#app/domain/messages/message.ts'
import type { PrivateDetail } from '#app/domain/messages/private-details.ts'
import { Eyes, type Seen } from './conversation-eyes.ts'
import { keepBox, keepUnsent, recallBox, recallUnsent } from './conversation-kept.ts'
import { Line, type LineState } from './conversation-line.ts'
import { type Answer, sendUnsent, tellRead } from './conversation-send.ts'
import { sentenceOf } from './conversation-words.ts'

/** A message that the server does not have yet, and why. */
export type Unsent = {
  key: string
  text: string
  phrase?: string
  is_sure: boolean
  files: File[]
  slips: string[]
  state: 'sending' | 'unsent' | 'warned' | 'refused'
  found?: PrivateDetail[]
  /** The key of a sentence, as the server gave it. */
  why?: string
}

export type TalkState = {
  notes: readonly Note[]
  unsent: readonly Unsent[]
  others_read_to: string
  line: LineState
  /** What arrived last, for whoever listens to the page. */
  arrived: Note | undefined
  /** How many came while their place was out of sight. */
  below: number
}

const lookAgain = 30_000
const moment = 3000

/** A thread in the browser: what is there, what is on its way, and the line on which more comes. */
export class Talk {
  readonly page: string
  #state: TalkState
  #room: HTMLElement | undefined
  #box: HTMLTextAreaElement | undefined
  #seen: Seen = { thread: false, end: false }
  #told = ''
  #again: ReturnType<typeof setInterval> | undefined
  #turn = Promise.resolve()
  readonly #watchers = new Set<() => void>()
  readonly #line: Line
  readonly #eyes = new Eyes((seen) => this.#look(seen))

  constructor(readonly thread: Thread) {
    this.page = `/claims/${thread.claim_id}/messages`
    const { notes, others_read_to } = thread
    this.#state = { notes, unsent: [], others_read_to, line: 'starting', arrived: undefined, below: 0 }
    this.#line = new Line(this.page, {
      last: () => this.#state.notes.at(-1)?.id ?? '',
      onNotes: (arrived) => this.#take(arrived),
      onRead: (others_read_to) => this.#set({ others_read_to }),
      onState: (line) => this.#heard(line),
    })
  }

  readonly snapshot = () => this.#state

  readonly subscribe = (watcher: () => void) => {
    if (this.#watchers.size === 0) this.#start()
    this.#watchers.add(watcher)
    return () => {
      this.#watchers.delete(watcher)
      if (this.#watchers.size === 0) this.#stop()
    }
  }

  readonly room = (node: HTMLElement | null) => {
    this.#room = node ?? undefined
  }

  /** The box, with what was left in it. */
  readonly box = (node: HTMLTextAreaElement | null) => {
    this.#box = node ?? undefined
    if (node && node.value === '') node.value = recallBox(this.thread.claim_id)
  }

  /** A note that was just put up: whoever was at the end of the thread stays there. */
  readonly putUp = (node: HTMLElement | null) => {
    if (node && this.#seen.end && this.#watchers.size > 0) node.scrollIntoView({ block: 'nearest' })
  }

  keepBox() {
    keepBox(this.thread.claim_id, this.#box?.value ?? '')
  }

  emptyBox() {
    if (this.#box) this.#box.value = ''
    this.keepBox()
  }

  say(words: { text: string; files?: File[]; phrase?: string }) {
    const unsent: Unsent = { files: [], slips: [], is_sure: false, ...words, key: newKey(), state: 'sending' }
    this.#put([...this.#state.unsent, unsent])
    this.#queue(unsent.key)
  }

  sendAgain(key: string, change: Partial<Unsent> = {}) {
    this.#change(key, { ...change, state: 'sending' })
    this.#queue(key)
    this.#box?.focus({ preventScroll: true })
  }

  discard(key: string) {
    this.#put(this.#state.unsent.filter((each) => each.key !== key))
    this.#box?.focus({ preventScroll: true })
  }

  /** The text goes back into the box, before what has been typed since. */
  takeBack({ key, text }: Unsent) {
    if (this.#box) this.#box.value = [text, this.#box.value].filter(Boolean).join('\n')
    this.keepBox()
    this.discard(key)
  }

  #start() {
    this.#put([...recallUnsent(this.thread.claim_id), ...this.#state.unsent.filter(({ files }) => files.length > 0)])
    const end = this.#room?.querySelector('[data-end]')
    if (this.#room && end) this.#eyes.open(this.#room, end)
    window.addEventListener('online', this.#online)
    window.addEventListener('offline', this.#offline)
  }

  #stop() {
    this.#eyes.close()
    this.#line.close()
    clearInterval(this.#again)
    window.removeEventListener('online', this.#online)
    window.removeEventListener('offline', this.#offline)
  }

  readonly #online = () => this.#line.doubt(0)
  readonly #offline = () => this.#set({ line: 'cut' })

  #look(seen: Seen) {
    this.#seen = seen
    if (seen.thread) this.#line.open()
    else this.#line.close()
    clearInterval(this.#again)
    if (!seen.end) return
    if (this.#state.below > 0) this.#set({ below: 0 })
    this.#tellRead()
    // Said again while it is true: whoever looks at a thread gets no notice of what is written there.
    this.#again = setInterval(() => this.#tellRead(true), lookAgain)
  }

  #tellRead(isAgain = false) {
    const last = this.#state.notes.at(-1)?.id ?? ''
    if (last === '' || (last === this.#told && !isAgain)) return
    this.#told = last
    tellRead(this.page, last)
  }

  #take(arrived: readonly Note[]) {
    const known = new Set(this.#state.notes.map(({ id }) => id))
    const fresh = arrived.filter(({ id }) => !known.has(id))
    if (fresh.length === 0) return
    const notes = [...this.#state.notes, ...fresh].sort((a, b) => (a.id < b.id ? -1 : 1))
    const others = fresh.filter(({ is_mine }) => !is_mine)
    const below = this.#seen.end ? 0 : this.#state.below + others.length
    this.#set({ notes, below, arrived: others.at(-1) ?? this.#state.arrived })
    if (this.#seen.end) this.#tellRead()
  }

  #heard(line: LineState) {
    const was = this.#state.line
    if (line === was) return
    this.#set({ line })
    if (was === 'live' || was === 'polling' || (line !== 'live' && line !== 'polling')) return
    for (const { key, state } of this.#state.unsent) if (state === 'unsent') this.#queue(key)
  }

  /** One after the other, so that they arrive in the order they were written. */
  #queue(key: string) {
    this.#turn = this.#turn.then(() => this.#send(key))
  }

  async #send(key: string) {
    const unsent = this.#state.unsent.find((each) => each.key === key)
    if (!unsent) return
    this.#change(key, { state: 'sending' })
    this.#settle(unsent, await sendUnsent(this.page, unsent))
  }

  #settle({ key }: Unsent, { note, trouble, refused, found = [], slips = [], errors }: Answer) {
    if (note) {
      this.#put(this.#state.unsent.filter((each) => each.key !== key))
      return this.#take([note])
    }
    if (trouble) {
      this.#change(key, { state: 'unsent' })
      this.#line.doubt(moment)
      return this.#set({ line: trouble === 'signed-out' ? 'signed-out' : 'cut' })
    }
    if (refused === 'private-details') return this.#change(key, { state: 'warned', found, slips })
    const why = refused ? sentenceOf(refused) : (Object.values(errors ?? {})[0] ?? 'errors.invalid')
    this.#change(key, { state: 'refused', why, slips })
  }

  #change(key: string, change: Partial<Unsent>) {
    this.#put(this.#state.unsent.map((each) => (each.key === key ? { ...each, ...change } : each)))
  }

  #put(unsent: readonly Unsent[]) {
    keepUnsent(this.thread.claim_id, unsent)
    this.#set({ unsent })
  }

  #set(change: Partial<TalkState>) {
    this.#state = { ...this.#state, ...change }
    for (const watcher of this.#watchers) watcher()
  }
}

/** Random bytes rather than randomUUID, which browsers keep from pages without https. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
