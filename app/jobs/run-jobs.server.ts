import { beat } from '#app/domain/notifications/beat.server.ts'
import { write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import type { Db } from '#db/database.ts'
import { carryMails } from './carry-mails.server.ts'
import { expireListings } from './expire-listings.server.ts'
import { lapseOffers } from './lapse-offers.server.ts'
import { sweepPhotos } from './sweep-photos.server.ts'
import { warnOfDeadlines } from './warn-of-deadlines.server.ts'

type Job = { name: string; every: number; run: (db: Db, at: string) => Promise<string> }

const second = 1000
const minute = 60 * second

export const jobs: readonly Job[] = [
  { name: 'carry-mails', every: 5 * second, run: carryMails },
  { name: 'lapse-offers', every: minute, run: lapseOffers },
  { name: 'expire-listings', every: minute, run: expireListings },
  { name: 'warn-of-deadlines', every: 10 * minute, run: warnOfDeadlines },
  { name: 'sweep-photos', every: 60 * minute, run: sweepPhotos },
]

/** Starts what happens by the clock. `stop()` waits for what is under way. */
export function startJobs(db: Db): { stop(): Promise<void> } {
  const running = jobs.map((job) => repeat(db, job))
  return { stop: async () => void (await Promise.all(running.map((each) => each.stop()))) }
}

function repeat(db: Db, job: Job) {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()
  const next = () => {
    turn = runOnce(db, job).then(() => {
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
export async function runOnce(db: Db, { name, run }: Job) {
  const at = new Date().toISOString()
  try {
    const note = await run(db, at)
    await write(db, (trx) => beat(trx, name, note, at))
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed')
  }
}
