import closeWithGrace from 'close-with-grace'
import { db } from '#app/http/store.server.ts'
import { startJobs } from '#app/jobs/run-jobs.server.ts'

// The web process runs the jobs too; this one is for installations that give them a process of their own.
const jobs = startJobs(db)
console.log('Rimessa is at work: mails, offers and deadlines. Stop with Ctrl-C.')
closeWithGrace({ delay: 30_000 }, async ({ err }) => {
  if (err) console.error(err)
  await jobs.stop()
  await db.destroy()
})
