/** One way of answering a question. */
export type Runner<Question> = (question: Question) => Promise<unknown> | unknown

export type Race<Question> = {
  name: string
  /** How many lots there are. */
  n: number
  questions: readonly Question[]
  ours: Runner<Question>
  /** As fast as this machine could be: everything in memory, or the bare work. */
  limit?: Runner<Question> | undefined
  /** As an expert does it on a database everybody has. */
  peer?: Runner<Question> | undefined
  /** How many questions each hears before any counts: code that V8 has not compiled yet is nobody's speed. */
  warmUps?: number
}

const warmSeconds = 2
const seconds = 15
const fewest = 10

/**
 * Asks each in turn, question by question, so that a slow moment of the machine is everybody's, and prints one JSON line.
 * Everybody hears a question once before it counts: who comes second would find the pages of the first in memory. A
 * slow peer is not asked all of them. `ratio_to_limit` is how many times the limit's median is ours; `ratio_to_peer` how
 * many times ours is the peer's.
 */
export async function race<Question>({ name, n, questions, ours, limit, peer, warmUps = 2000 }: Race<Question>) {
  const runners = { ours, limit, peer }
  const times = { ours: [] as number[], limit: [] as number[], peer: [] as number[] }
  const names = (['ours', 'limit', 'peer'] as const).filter((each) => runners[each])
  for (const each of names) await warmUp(questions, runners[each], warmUps)
  const until = performance.now() + seconds * 1000
  for (const question of questions) {
    const asked = names.filter((each) => each === 'ours' || performance.now() < until || times[each].length < fewest)
    for (const each of asked) await runners[each]?.(question)
    for (const each of asked) {
      const before = performance.now()
      await runners[each]?.(question)
      times[each].push(performance.now() - before)
    }
  }
  const [us, best, peers] = [sorted(times.ours), sorted(times.limit), sorted(times.peer)]
  const figures = {
    p50_ms: at(us, 0.5),
    p99_ms: at(us, 0.99),
    limit_ms: at(best, 0.5),
    peer_ms: at(peers, 0.5),
    ratio_to_limit: ratio(at(us, 0.5), at(best, 0.5)),
    ratio_to_peer: ratio(at(peers, 0.5), at(us, 0.5)),
    limit_p99_ms: at(best, 0.99),
    peer_p99_ms: at(peers, 0.99),
    ratio_to_peer_p99: ratio(at(peers, 0.99), at(us, 0.99)),
  }
  console.log(JSON.stringify({ name, n, ...figures }))
  return figures
}

async function warmUp<Question>(questions: readonly Question[], runner: Runner<Question> | undefined, most: number) {
  const until = performance.now() + warmSeconds * 1000
  for (let heard = 0; heard < most && performance.now() < until; heard++)
    await runner?.(questions[heard % questions.length] as Question)
}

function sorted(times: readonly number[]) {
  return times.toSorted((a, b) => a - b)
}

function at(times: readonly number[], share: number) {
  const time = times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return time === undefined ? null : Number(time.toPrecision(3))
}

function ratio(one: number | null, other: number | null) {
  return one === null || other === null ? null : Number((one / other).toPrecision(3))
}
