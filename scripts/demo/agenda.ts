type Step = { at: string; take: () => Promise<void> }

/** Everything that happens in the neighbourhood, in the order of the clock: the ledger is written as it would have been. */
export function agenda() {
  const steps: Step[] = []
  return {
    /** Something at an instant; nothing is planned beyond now. */
    plan(at: string, take: Step['take']) {
      steps.push({ at, take })
    },
    /** `hear` is told how late it has become before each step, and at the end. */
    async live(until: string, hear: (at: string) => Promise<void>, told: (done: number, left: number) => void) {
      let done = 0
      while (steps.length > 0) {
        steps.sort((a, b) => (a.at < b.at ? 1 : -1))
        const step = steps.pop()
        if (!step || step.at > until) break
        await hear(step.at)
        await step.take()
        done += 1
        if (done % 50 === 0) told(done, steps.length)
      }
      await hear(until)
    },
  }
}

export type Agenda = ReturnType<typeof agenda>
