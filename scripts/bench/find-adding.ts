import { newId } from '#app/domain/id.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { corpus } from './corpus.ts'
import { race } from './race.ts'

const lots = 400

/** A lot published in a transaction of its own, durable, with its whole index; the limit is the same row as a draft. */
export async function addingRate(db: Db, name: string, n: number) {
  const now = new Date().toISOString()
  const made = [...corpus({ listings: lots * 2, seed: n + 1, now })]
  const rows = made.filter(({ state }) => state === 'live').slice(0, lots)
  const places = await db.selectFrom('places').select(['id', 'owner_id']).orderBy('id').limit(lots).execute()
  const added: string[] = []
  const add = (state: 'live' | 'draft') => async (row: ListingRow) => {
    const place = places[added.length % places.length]
    const id = newId()
    added.push(id)
    const anew = { id, code: null, state, hub_id: null, published_at: new Date().toISOString() }
    const where = { place_id: place?.id ?? null, donor_id: place?.owner_id ?? '' }
    await write(db, (trx) =>
      trx
        .insertInto('listings')
        .values({ ...row, ...anew, ...where })
        .execute(),
    )
  }
  const figures = await race({
    n,
    name: `adding-a-lot-${name}`,
    questions: rows,
    ours: add('live'),
    limit: add('draft'),
  })
  const value = Math.round(1000 / (figures.p50_ms ?? Number.NaN))
  console.log(JSON.stringify({ name: `lots-added-a-second-${name}`, n, value, unit: 'lots/s' }))
  await db.deleteFrom('listings').where('id', 'in', added).execute()
}
