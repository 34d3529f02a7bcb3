/** How often each thing was tried, and how often it changed something: a sequence that refuses everything proves nothing. */
export class Tally {
  readonly #tries = new Map<string, { done: number; refused: number }>()

  count(what: string, done: boolean) {
    const counted = this.#tries.get(what) ?? { done: 0, refused: 0 }
    this.#tries.set(what, done ? { ...counted, done: counted.done + 1 } : { ...counted, refused: counted.refused + 1 })
  }

  done(what: string) {
    return this.#tries.get(what)?.done ?? 0
  }

  toString() {
    return [...this.#tries]
      .toSorted()
      .map(([what, { done, refused }]) => `${what} ${done}${refused > 0 ? ` (refused ${refused})` : ''}`)
      .join(', ')
  }
}
