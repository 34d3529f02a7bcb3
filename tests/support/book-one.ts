import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { connect } from '#db/connect.server.ts'

// Books a place in one slot for each member named, all at once, in a process of its own: tests/db/slot-race.test.ts.
const [url = '', starts_at = '', now = '', ...members] = process.argv.slice(2)
const db = connect(url)
const outcomes = await Promise.all(
  members.map(async (id) => {
    const act = { by: { id, is_admin: false, coordinates: [] }, at: now, via: 'web' } as const
    const outcome = await write(db, (trx) => bookDropOff(trx, act, 'officine-zero', { starts_at, note: '' }))
    return isRefusal(outcome) ? outcome.refused : 'booked'
  }),
)
process.stdout.write(JSON.stringify(outcomes))
await db.destroy()
