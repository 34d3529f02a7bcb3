import { newId } from '#app/domain/id.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { corpus } from './corpus.ts'
import { print, rate } from './figure.ts'
import { race } from './race.ts'

const lots = 400
const atOnce = 16
// Each changes the lots: a thousand would leave none to close.
const warmUps = 20

/** Lots published in transactions of their own, durable, with their whole index; the limit are the same rows as drafts. Then they are closed. */
export async function addingRate(db: Db, name: string, n: number) {
  const now = new Date().toISOString()
  const made = [...corpus({ listings: lots * 2, seed: n + 1, now })]
  const rows = made.filter(({ state }) => state === 'live').slice(0, lots)
  const places = await db.selectFrom('places').select(['id', 'owner_id']).orderBy('id').limit(lots).execute()
  const added = { live: [] as string[], draft: [] as string[] }
  const add = (state: 'live' | 'draft') => async (row: ListingRow) => {
    const place = places[added[state].length % places.length]
    const id = newId()
    added[state].push(id)
    const anew = { id, code: null, state, hub_id: null, published_at: new Date().toISOString() }
    const where = { place_id: place?.id ?? null, donor_id: place?.owner_id ?? '' }
    await write(db, (trx) =>
      trx
        .insertInto('listings')
        .values({ ...row, ...anew, ...where })
        .execute(),
    )
  }
  await race({ n, warmUps, name: `adding-a-lot-${name}`, questions: rows, ours: add('live'), limit: add('draft') })
  for (const together of [1, atOnce])
    print({
      name: `lots-added-a-second-${name}`,
      value: await rate(rows, together, add('live')),
      unit: 'lots/s',
      limit: await rate(rows, together, add('draft')),
      detail: { n, at_once: together },
    })
  await closingRate(db, name, n, added)
  for (const ids of [added.live, added.draft]) await db.deleteFrom('listings').where('id', 'in', ids).execute()
}

/** Every lot is closed once: a question asked twice takes another one. */
async function closingRate(
  db: Db,
  name: string,
  n: number,
  added: { live: readonly string[]; draft: readonly string[] },
) {
  const closed_at = new Date().toISOString()
  const nextOf = (ids: string[]) => () =>
    write(db, (trx) =>
      trx
        .updateTable('listings')
        .set({ state: 'closed', closed_reason: 'withdrawn', closed_at })
        .where('id', '=', ids.pop() ?? '')
        .execute(),
    )
  await race({
    n,
    warmUps,
    name: `closing-a-lot-${name}`,
    questions: added.draft.slice(0, lots),
    ours: nextOf([...added.live]),
    limit: nextOf([...added.draft]),
  })
}
