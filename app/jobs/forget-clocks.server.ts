import { forgetClocks } from '#app/domain/clocks/forget-clocks.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'

const atOnce = 1000

/** Removes clocks heard more than ninety days ago, so many in one transaction. */
export async function forgetOldClocks(db: Db, at: string) {
  const before = later(at, { days: -90 })
  let forgotten = 0
  let gone: number
  do {
    gone = await write(db, (trx) => forgetClocks(trx, before, atOnce))
    forgotten += gone
  } while (gone === atOnce)
  return `${forgotten} forgotten`
}
