import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { connect } from '#db/connect.server.ts'

/** A process of its own that claims one piece for each member named, all at once, and prints what each got. */
const [url = '', listingId = '', at = '', ...memberIds] = process.argv.slice(2)
const db = connect(url)
const ask = {
  qty_wanted: 1,
  qty_min: 1,
  days: [],
  transport: 'car' as const,
  purpose: 'Una mensola.',
  organisation_id: null,
}

const outcomes = await Promise.all(
  memberIds.map((id) =>
    write(db, (trx) =>
      placeClaim(trx, { by: { id, is_admin: false, coordinates: [] }, at, via: 'script' }, listingId, ask),
    ),
  ),
)
process.stdout.write(
  JSON.stringify(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.refused : outcome.claim.state))),
)
await db.destroy()
