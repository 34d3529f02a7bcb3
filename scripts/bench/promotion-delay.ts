import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { startJobs } from '#app/jobs/run-jobs.server.ts'
import type { Db } from '#db/database.ts'
import { promised } from './claim-crowd.ts'
import type { Store } from './claim-stores.ts'
import { print } from './figure.ts'

const cancellations = 200
const pause = 200

/**
 * Milliseconds from the moment a claimant lets go of what was promised until the next in line is told: the notice is
 * committed, and the mail is with a real mail server. Ten thousand claims are open, and the jobs run beside it.
 */
export async function promotionDelay(store: Store) {
  const db = await store.copy()
  const post = await mailServer()
  process.env['SMTP_URL'] = post.url
  const jobs = startJobs(db)
  const open = await db
    .selectFrom('claims')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('is_open', '=', 1)
    .executeTakeFirstOrThrow()
  const noticed: number[] = []
  const freed = new Map<string, number>()
  for (let n = 0; n < cancellations; n += 1) {
    await wait(Math.random() * 2 * pause)
    const before = performance.now()
    freed.set(await letGo(db, n), before)
    noticed.push(performance.now() - before)
  }
  for (let tries = 0; tries < 600 && !isAllThere(freed, post.arrived); tries += 1) await wait(50)
  await jobs.stop()
  await post.stop()
  await db.destroy()
  delete process.env['SMTP_URL']
  const mailed = [...freed].map(([to, before]) => (post.arrived.get(to) ?? Number.POSITIVE_INFINITY) - before)
  tell(`noticed-${store.name}`, noticed, open.count)
  tell(`mailed-${store.name}`, mailed, open.count)
}

/** Cancels a claim, and returns the address of whoever was offered its goods in the same commit. */
async function letGo(db: Db, n: number) {
  const { claim_id, claimant_id } = promised(n)
  const by = { id: claimant_id, is_admin: false, coordinates: [] }
  const act = { by, at: new Date().toISOString(), via: 'web' } as const
  const gone = await write(db, (trx) => cancelClaim(trx, act, claim_id, 'plans-changed'))
  if (isRefusal(gone)) throw new Error(gone.refused)
  const next = await db
    .selectFrom('notices')
    .innerJoin('claims', 'claims.id', 'notices.subject_id')
    .innerJoin('members', 'members.id', 'notices.member_id')
    .select('members.email')
    .where('notices.kind', '=', 'claim-offered')
    .where('claims.listing_id', '=', gone.listing_id)
    .executeTakeFirstOrThrow()
  return next.email
}

function isAllThere(freed: ReadonlyMap<string, number>, arrived: ReadonlyMap<string, number>) {
  return [...freed.keys()].every((to) => arrived.has(to))
}

async function mailServer() {
  const arrived = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      stream.resume().on('end', () => {
        for (const { address } of envelope.rcptTo) if (!arrived.has(address)) arrived.set(address, performance.now())
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const stop = () => new Promise<void>((resolve) => server.close(resolve))
  return { url: `smtp://127.0.0.1:${port}`, arrived, stop }
}

function tell(name: string, delays: readonly number[], open_claims: number) {
  const sorted = delays.toSorted((a, b) => a - b)
  for (const [label, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const value = sorted[Math.floor(sorted.length * share)] ?? Number.NaN
    print({ name: `${name}-${label}`, value, unit: 'ms', limit: null, detail: { open_claims, samples: sorted.length } })
  }
}
