import { createServer, type Server } from 'node:http'
import closeWithGrace from 'close-with-grace'
import type { Db } from '#db/database.ts'
import { inviteFirstAdmin } from './serve/first-admin.ts'
import { pages } from './serve/pages.ts'

const isDev = process.argv.includes('--dev')
process.env['NODE_ENV'] = isDev ? 'development' : 'production'

if (!isDev && !process.env['SESSION_SECRET']) {
  console.error('SESSION_SECRET is missing. Set it to a long random text (try: openssl rand -hex 32) and start again.')
  process.exit(1)
}

const { db } = await import('#app/http/store.server.ts')
await migrate(db)
const { closeThreads } = await import('#app/http/live-threads.server.ts')
const { startJobs } = await import('#app/jobs/run-jobs.server.ts')
// An installation may give them a process of their own: `npm run work`.
const jobs = process.env['JOBS'] === 'off' ? undefined : startJobs(db)
const server = createServer()
const port = Number(process.env['PORT'] ?? 3000)
const origin = process.env['ORIGIN'] ?? `http://localhost:${port}`
server.on('request', await pages({ isDev, server, origin }))
if (!isDev) await inviteFirstAdmin(db, origin)
server.listen(port, () => console.log(`Rimessa is open at ${origin}`))
closeWithGrace({ delay: 10_000 }, async ({ err }) => {
  if (err) console.error(err)
  closeThreads()
  await close(server)
  await jobs?.stop()
  await db.destroy()
})

async function migrate(db: Db) {
  const { migrateToLatest } = await import('#db/migrate.server.ts')
  await migrateToLatest(db)
}

async function close(server: Server) {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection that was busy a moment ago is idle now, and its browser would go on using it.
  const sweeping = setInterval(() => server.closeIdleConnections(), 100)
  await closed
  clearInterval(sweeping)
}
