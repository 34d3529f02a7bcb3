import { once } from 'node:events'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { connect } from '#db/connect.server.ts'

/**
 * A worker of its own that waits for a number on its standard input, then hears so many of what is due at one instant,
 * clock by clock, and waits for another. It says a dot for each, and ends when none is left.
 */
async function work([url = '', at = '']: string[]) {
  const db = connect(url)
  await hearClocks(db, '')
  process.stdout.write('ready')
  let most = await number()
  while ((await hearClocks(db, at, 1)).size > 0) {
    process.stdout.write('.')
    most -= 1
    if (most === 0) most = await number()
  }
  process.stdin.destroy()
  await db.destroy()
}

async function number() {
  const [said] = await once(process.stdin, 'data')
  return Number(said)
}

await work(process.argv.slice(2))
