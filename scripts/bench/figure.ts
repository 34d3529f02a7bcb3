export type Figure = {
  name: string
  value: number
  unit: string
  limit: number | null
  detail?: Record<string, unknown>
}

/** Prints one figure as a JSON line. `ratio` above 1 is better than the limit, when more is better. */
export function print({ name, value, unit, limit, detail = {} }: Figure) {
  const ratio = limit === null ? null : round(value / limit)
  console.log(
    JSON.stringify({ name, value: round(value), unit, limit: limit === null ? null : round(limit), ratio, ...detail }),
  )
}

/** The middle value: one slow round on a shared machine does not move it. */
export function median(values: readonly number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Runs the work on every item, so many at once, and returns items per second. */
export async function rate<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<unknown>) {
  const left = [...items]
  const before = performance.now()
  const hands = Array.from({ length: atOnce }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  })
  await Promise.all(hands)
  return items.length / ((performance.now() - before) / 1000)
}

function round(value: number) {
  return Number(value.toPrecision(4))
}
