import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { uuidv7 } from 'uuidv7'
import type { RoundOutcome } from '#app/domain/pickups/rounds/outcome.ts'
import type { RoundProblem } from '#app/domain/pickups/rounds/problem.ts'
import { type Refusal, refused } from '#app/domain/refusal.ts'
import { log } from './log.server.ts'

/** How far the planning of a round has come: `best` is undefined until the first plan is there. */
export type Planning = {
  id: string
  state: 'searching' | 'ended' | 'stopped' | 'failed'
  best: RoundOutcome | undefined
  planned: number
  leftOut: number
  /** Since it began, when `best` was last reported. */
  milliseconds: number
}

/** `heard` is called with every better plan, at most ten times a second, and when the planning is over. */
export type PlanningAsk = { seconds?: number; seed?: number; heard?: (planning: Planning) => void }

const limits = { atOnce: 2, seconds: 60, stops: 300, vehicles: 50, graceMs: 5_000, keptMs: 10 * 60_000, kept: 20 }
const usualSeconds = 20

type Held = { planning: Planning; worker: Worker; timer: NodeJS.Timeout; heard: (planning: Planning) => void }

const held = globalThis as { rimessaPlannings?: Map<string, Held> }
/** One per process, kept across hot reloads. */
const plannings = (held.rimessaPlannings ??= new Map<string, Held>())

/** Begins to plan a round in a thread of its own, for 20 seconds unless said otherwise. */
export function startPlanning(
  problem: RoundProblem,
  { seconds = usualSeconds, seed = 1, heard = () => {} }: PlanningAsk = {},
): Planning | Refusal<'too-many-plannings' | 'too-large'> {
  if (problem.stops.length > limits.stops || problem.vehicles.length > limits.vehicles) return refused('too-large')
  const running = [...plannings.values()].filter(({ planning }) => planning.state === 'searching')
  if (running.length >= limits.atOnce) return refused('too-many-plannings')
  forgetOldest()
  const id = uuidv7()
  const milliseconds = Math.min(limits.seconds, seconds) * 1000
  const worker = new Worker(workerFile, {
    workerData: { problem, seed, milliseconds },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  const planning: Planning = { id, state: 'searching', best: undefined, planned: 0, leftOut: 0, milliseconds: 0 }
  // The thread ends by itself; should it hang, it is ended.
  const timer = setTimeout(() => end(id, 'ended'), milliseconds + limits.graceMs)
  timer.unref()
  plannings.set(id, { planning, worker, timer, heard })
  worker.on('message', (news: News) => take(id, news))
  worker.once('error', (error) => {
    log.error({ problem: error.message }, 'a planning of a round failed')
    end(id, 'failed')
  })
  worker.once('exit', () => end(id, 'ended'))
  return planning
}

/** The best plan so far of a planning; undefined when there is none of this name, or no longer. */
export function planningOf(id: string): Planning | undefined {
  return plannings.get(id)?.planning
}

/** Ends a planning with what it has found. */
export function stopPlanning(id: string): Planning | undefined {
  end(id, 'stopped')
  return planningOf(id)
}

type News = { outcome: RoundOutcome; milliseconds: number }

function take(id: string, { outcome, milliseconds }: News) {
  const known = plannings.get(id)
  if (known?.planning.state !== 'searching') return
  known.planning = {
    ...known.planning,
    ...{ best: outcome, milliseconds, leftOut: outcome.leftOut.length },
    planned: outcome.vehicles.reduce((sum, { stops }) => sum + stops.length, 0),
  }
  known.heard(known.planning)
}

function end(id: string, state: Planning['state']) {
  const known = plannings.get(id)
  if (known?.planning.state !== 'searching') return
  clearTimeout(known.timer)
  known.planning = { ...known.planning, state }
  void known.worker.terminate()
  known.timer = setTimeout(() => plannings.delete(id), limits.keptMs)
  known.timer.unref()
  known.heard(known.planning)
}

function forgetOldest() {
  const over = [...plannings.values()].filter(({ planning }) => planning.state !== 'searching').slice(0, -limits.kept)
  for (const { planning, timer } of over) {
    clearTimeout(timer)
    plannings.delete(planning.id)
  }
}

// Found through package.json's imports, so that it is the same file from the sources and from the server's bundle.
const workerFile = createRequire(import.meta.url).resolve('#app/gateways/round-planner-worker.server.mjs')
