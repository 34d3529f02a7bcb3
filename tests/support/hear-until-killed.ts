import { once } from 'node:events'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { connect } from '#db/connect.server.ts'

/**
 * A worker of its own that waits for a word on its standard input, then hears what is due at one instant, clock by clock.
 * It says a dot for each, and ends when none is left.
 */
async function work([url = '', at = '']: string[]) {
  const db = connect(url)
  await hearClocks(db, '')
  process.stdout.write('ready')
  await once(process.stdin, 'data')
  while ((await hearClocks(db, at, 1)).size > 0) process.stdout.write('.')
  process.stdin.destroy()
  await db.destroy()
}

await work(process.argv.slice(2))
