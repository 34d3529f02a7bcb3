import type { Clock } from '#app/domain/clocks/clock.ts'
import { neverSet } from '#app/domain/clocks/clocks.read.server.ts'
import { setClocks } from '#app/domain/clocks/set-clock.server.ts'
import { listingClocks } from '#app/domain/listings/listing-clocks.ts'
import { pickupClocks } from '#app/domain/pickups/pickup-clocks.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'

const pageSize = 500

/**
 * Sets the clocks that what is open now should have and does not: it dates from before there were clocks, or came in from
 * elsewhere. Reads page by page along an index, and writes only what is missing.
 */
export async function windClocks(db: Db, at: string) {
  const wound =
    (await windAll(db, at, (after) => openListings(db, after))) +
    (await windAll(db, at, (after) => openOffers(db, after))) +
    (await windAll(db, at, (after) => agreedPickups(db, at, after)))
  return `${wound} wound`
}

type Page = { clocks: Clock[]; last: string | undefined }

async function windAll(db: Db, at: string, pageAfter: (after: string) => Promise<Page>) {
  let wound = 0
  for (let page = await pageAfter(''); page.last !== undefined; page = await pageAfter(page.last)) {
    const missing = await neverSet(db, page.clocks)
    if (missing.length > 0) await write(db, (trx) => setClocks(trx, { at }, missing))
    wound += missing.length
  }
  return wound
}

async function openListings(db: Db, after: string): Promise<Page> {
  const rows = await db
    .selectFrom('listings')
    .select(['id', 'kind', 'state', 'must_go_by'])
    .where('id', '>', after)
    .where('state', 'in', ['in_review', 'live', 'paused'])
    .where('must_go_by', 'is not', null)
    .orderBy('id')
    .limit(pageSize)
    .execute()
  return { clocks: rows.flatMap(listingClocks), last: rows.at(-1)?.id }
}

async function openOffers(db: Db, after: string): Promise<Page> {
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'offer_expires_at'])
    .where('id', '>', after)
    .where('state', '=', 'offered')
    .orderBy('id')
    .limit(pageSize)
    .execute()
  const clocks = rows.flatMap(({ id: subject_id, offer_expires_at: due_at }) =>
    due_at === null ? [] : [{ kind: 'lapse-offer' as const, subject_id, due_at }],
  )
  return { clocks, last: rows.at(-1)?.id }
}

async function agreedPickups(db: Db, at: string, after: string): Promise<Page> {
  const rows = await db
    .selectFrom('pickups')
    .select(['id', 'starts_at'])
    .where('id', '>', after)
    .where('state', '=', 'confirmed')
    .where('starts_at', '>', at)
    .orderBy('id')
    .limit(pageSize)
    .execute()
  return { clocks: rows.flatMap((pickup) => pickupClocks(pickup, at)), last: rows.at(-1)?.id }
}
