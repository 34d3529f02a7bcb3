import { clockKinds } from '#app/domain/clocks/clock.ts'
import type { RoundKind } from '#app/domain/clocks/pulse.ts'
import { type Beat, beat } from '#app/domain/notifications/beat.server.ts'
import { write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import type { Db } from '#db/database.ts'
import { carryMails } from './carry-mails.server.ts'
import { carryPushes } from './carry-pushes.server.ts'
import { hearClocks } from './hear-clocks.server.ts'
import { runErrands } from './run-errands.server.ts'
import { windClocks } from './wind-clocks.server.ts'

/** One turn says what it found, and what its parts found when it has any. */
type Found = { note: string; parts?: Beat[] }
type Job = { name: RoundKind; every: number; run: (db: Db, at: string) => Promise<Found> }

const second = 1000
const hour = 3600 * second

/** The same old news is written down this often, not at every turn: each is a write to disk. */
const newsEvery = 10 * second

const noted = (run: (db: Db, at: string) => Promise<string>) => async (db: Db, at: string) => ({
  note: await run(db, at),
})

export const jobs: readonly Job[] = [
  { name: 'wind-clocks', every: 24 * hour, run: noted(windClocks) },
  { name: 'hear-clocks', every: second, run: hearAndSay },
  { name: 'carry-mails', every: second, run: noted(carryMails) },
  { name: 'carry-pushes', every: second, run: noted(carryPushes) },
  { name: 'run-errands', every: 30 * second, run: noted(runErrands) },
]

async function hearAndSay(db: Db, at: string): Promise<Found> {
  const heard = await hearClocks(db, at)
  const all = [...heard.values()].reduce((sum, count) => sum + count, 0)
  return { note: `${all} heard`, parts: clockKinds.map((job) => ({ job, note: `${heard.get(job) ?? 0} heard` })) }
}

/** Starts what happens by the clock. `stop()` waits for what is under way. */
export function startJobs(db: Db): { stop(): Promise<void> } {
  const running = jobs.map((job) => repeat(db, job))
  return { stop: async () => void (await Promise.all(running.map((each) => each.stop()))) }
}

function repeat(db: Db, job: Job) {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()
  const told = { at: 0, note: '' }
  const next = () => {
    turn = runOnce(db, job, told).then(() => {
      if (!isStopped) timer = setTimeout(next, job.every)
    })
  }
  timer = setTimeout(next, 0)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await turn
    },
  }
}

/** One turn of a job, with its heartbeat. A turn that fails is written down, and the next one comes all the same. */
export async function runOnce(db: Db, { name, run }: Job, told = { at: 0, note: '' }) {
  const at = new Date().toISOString()
  try {
    const { note, parts = [] } = await run(db, at)
    if (note === told.note && performance.now() - told.at < newsEvery) return
    await write(db, (trx) => beat(trx, [{ job: name, note }, ...parts], at))
    Object.assign(told, { at: performance.now(), note })
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed')
  }
}
