import type { LoaderFunctionArgs } from '@remix-run/node'
import { heartbeats } from '#app/domain/notifications/heartbeats.read.server.ts'
import { anyone } from '#app/http/context.server.ts'

/** For machines that watch: 200 while the database answers, with how many seconds ago each job last ran; else 503. */
export async function loader({ request }: LoaderFunctionArgs) {
  // Without the cookie: whether a session is known is not what is asked.
  const { db, now } = await anyone(new Request(request.url))
  return heartbeats(db).then(
    (beats) => well(beats, now),
    () => Response.json({ database: 'down', jobs: {} }, { status: 503, headers }),
  )
}

const headers = { 'Cache-Control': 'no-store' }

function well(beats: Awaited<ReturnType<typeof heartbeats>>, now: string) {
  const jobs = beats.map(({ job, beat_at, note }) => [
    job,
    { seconds_ago: Math.round((Date.parse(now) - Date.parse(beat_at)) / 1000), note },
  ])
  return Response.json({ database: 'ok', jobs: Object.fromEntries(jobs) }, { headers })
}
