import closeWithGrace from 'close-with-grace'
import { db } from '#app/http/store.server.ts'
import { startJobs } from '#app/jobs/run-jobs.server.ts'

// The web process runs the jobs too, unless JOBS=off tells it not to: then this process has them to itself.
const jobs = startJobs(db)
console.log('Rimessa is at work: mails, offers and deadlines. Stop with Ctrl-C.')
closeWithGrace({ delay: 30_000 }, async ({ err }) => {
  if (err) console.error(err)
  await jobs.stop()
  await db.destroy()
})
