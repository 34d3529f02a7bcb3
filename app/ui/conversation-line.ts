import type { Note } from '#app/domain/messages/message.ts'
import { fetchNews } from './conversation-send.ts'

/** How news arrive: by events, by asking every three seconds, not at all, or not to whoever signed out. */
export type LineState = 'starting' | 'live' | 'polling' | 'cut' | 'signed-out'

type Ends = {
  /** The last message known. */
  last: () => string
  onNotes: (notes: Note[]) => void
  onRead: (othersReadTo: string) => void
  onState: (state: LineState) => void
}

const patience = { hello: 5000, poll: 3000, pollsBeforeEvents: 20 }

/**
 * Keeps news coming while it is open: server-sent events, and where they do not get through (a proxy that holds them
 * back, too many tabs) a question every three seconds, with another try at events each minute.
 */
export class Line {
  #source: EventSource | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #polls = 0
  #isOpen = false

  constructor(
    readonly page: string,
    readonly ends: Ends,
  ) {}

  open() {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#listen()
  }

  close() {
    this.#isOpen = false
    this.#hangUp()
  }

  /** The network has changed, or is in doubt: asks after a moment, and soon tries events again. */
  doubt(milliseconds: number) {
    if (!this.#isOpen) return
    this.#hangUp()
    this.#polls = patience.pollsBeforeEvents - 2
    this.#timer = setTimeout(() => void this.#poll(), milliseconds)
  }

  #listen() {
    this.#polls = 0
    const source = new EventSource(`${this.page}.live?after=${this.ends.last()}`)
    this.#source = source
    this.#giveUpSoon()
    source.addEventListener('hello', () => {
      this.#stopTimer()
      this.ends.onState('live')
    })
    source.addEventListener('note', ({ data }) => this.ends.onNotes([JSON.parse(data) as Note]))
    source.addEventListener('read', ({ data }) => this.ends.onRead(JSON.parse(data) as string))
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) return this.#fallBack()
      // The browser tries again by itself: the five seconds go on from the first failure.
      if (this.#timer === undefined) this.#giveUpSoon()
    }
  }

  /** A line that says nothing for five seconds does not hold. */
  #giveUpSoon() {
    this.#stopTimer()
    this.#timer = setTimeout(() => this.#fallBack(), patience.hello)
  }

  #stopTimer() {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #fallBack() {
    this.#hangUp()
    void this.#poll()
  }

  #hangUp() {
    this.#stopTimer()
    this.#source?.close()
    this.#source = undefined
  }

  async #poll() {
    const news = await fetchNews(this.page, this.ends.last())
    if (!this.#isOpen || this.#source) return
    if (news.trouble === 'signed-out') return this.ends.onState('signed-out')
    if (news.trouble) this.ends.onState('cut')
    else {
      this.ends.onNotes(news.notes)
      this.ends.onRead(news.others_read_to)
      this.ends.onState('polling')
      this.#polls += 1
    }
    clearTimeout(this.#timer)
    const isTimeForEvents = this.#polls >= patience.pollsBeforeEvents
    this.#timer = setTimeout(() => (isTimeForEvents ? this.#listen() : void this.#poll()), patience.poll)
  }
}
