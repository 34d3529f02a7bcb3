export type Seen = { thread: boolean; end: boolean }

/** Whether a thread, and its end, are before somebody's eyes: on the screen, in a tab that is shown. */
export class Eyes {
  #observer: IntersectionObserver | undefined
  readonly #onScreen = new Map<Element, boolean>()
  #parts: { thread: Element; end: Element } | undefined

  constructor(readonly onChange: (seen: Seen) => void) {}

  open(thread: Element, end: Element) {
    this.#parts = { thread, end }
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.#onScreen.set(target, isIntersecting)
      this.#tell()
    })
    this.#observer.observe(thread)
    this.#observer.observe(end)
    document.addEventListener('visibilitychange', this.#tell)
  }

  close() {
    this.#observer?.disconnect()
    this.#onScreen.clear()
    document.removeEventListener('visibilitychange', this.#tell)
  }

  readonly #tell = () => {
    if (!this.#parts) return
    const { thread, end } = this.#parts
    const isShown = document.visibilityState === 'visible'
    const sees = (part: Element) => isShown && this.#onScreen.get(part) === true
    this.onChange({ thread: sees(thread), end: sees(end) })
  }
}
