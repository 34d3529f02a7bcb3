import type { LoaderFunctionArgs } from '@remix-run/node'
import { backlog } from '#app/domain/clocks/clocks.read.server.ts'
import { pulse, secondsBetween } from '#app/domain/clocks/pulse.ts'
import { heartbeats } from '#app/domain/notifications/heartbeats.read.server.ts'
import { anyone } from '#app/http/context.server.ts'

/**
 * For machines that watch: 200 while the database answers and every job ran lately, else 503. Says how many seconds ago
 * each job ran, what is overdue, and what was given up.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  // Without the cookie: whether a session is known is not what is asked.
  const { db, now } = await anyone(new Request(request.url))
  return Promise.all([heartbeats(db), backlog(db, now)]).then(
    ([beats, clocks]) => told(beats, clocks, now),
    () => Response.json({ database: 'down', jobs: {} }, { status: 503, headers }),
  )
}

const headers = { 'Cache-Control': 'no-store' }

type Beats = Awaited<ReturnType<typeof heartbeats>>
type Backlog = Awaited<ReturnType<typeof backlog>>

function told(beats: Beats, { due, given_up }: Backlog, now: string) {
  // A process that has just started gives its jobs time to come round.
  const started_at = new Date(Date.parse(now) - process.uptime() * 1000).toISOString()
  const jobs = pulse(beats, now, started_at)
  const overdue = due.map(({ kind, clocks, oldest }) => [kind, { clocks, seconds: secondsBetween(oldest, now) }])
  return Response.json(
    {
      database: 'ok',
      jobs: Object.fromEntries(jobs.map(({ job, ...fares }) => [job, fares])),
      overdue: Object.fromEntries(overdue),
      given_up: Object.fromEntries(given_up.map(({ kind, clocks }) => [kind, clocks])),
    },
    { status: jobs.some(({ is_late }) => is_late) ? 503 : 200, headers },
  )
}
