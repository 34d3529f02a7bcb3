const atOnce = 2
const waiting: (() => void)[] = []
let running = 0

/** Runs the work when one of two places is free, first come first served: pictures are large and cores are few. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const last = new Map<string, Promise<unknown>>()

/** Runs the work alone among all that carry the same key. */
export async function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
  last.set(key, turn)
  try {
    return await turn
  } finally {
    if (last.get(key) === turn) last.delete(key)
  }
}
