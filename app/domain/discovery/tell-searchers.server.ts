import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { available } from '../listings/listing.ts'
import { notify } from '../notifications/notify.server.ts'
import type { AnsweredSearch } from './answered-searches.read.server.ts'

type Lot = Pick<ListingRow, 'id' | 'title' | 'material_key' | 'unit' | 'must_go_by'> &
  Parameters<typeof available>[0] & { kind: ListingRow['kind'] }

/** So many are told in one transaction; the others a moment later. */
export const mostTold = 200

/**
 * Tells those whose saved search a lot answers, each person once for a lot whatever else they keep or look for. Each search and
 * lot are told once, however often the lot opens again. Returns how many searches were told.
 */
export async function tellSearchers(trx: Trx, act: Act, lot: Lot, answered: readonly AnsweredSearch[]) {
  if (answered.length === 0) return 0
  const fresh = await markTold(trx, act, lot.id, answered)
  for (const member_id of new Set(fresh.map((search) => search.member_id))) {
    const [best, ...others] = fresh.filter((search) => search.member_id === member_id).sort(mostServed)
    if (!best) continue
    await notify(trx, act, {
      member_id,
      kind: 'search-answered',
      subject: 'listing',
      subject_id: lot.id,
      event_key: foundKey(lot.id),
      details: tidings(lot, best),
      at_most: [best, ...others].some(({ rhythm }) => rhythm === 'at_once') ? 'now' : 'digest',
    })
  }
  return fresh.length
}

/** That a lot was found for somebody is one event, be it for a wanted post or a saved search. */
export function foundKey(listingId: string) {
  return `match-found:${listingId}`
}

async function markTold(trx: Trx, act: Act, listing_id: string, answered: readonly AnsweredSearch[]) {
  const told = await trx
    .insertInto('search_answers')
    .values(answered.map(({ id }) => ({ search_id: id, listing_id, told_at: act.at })))
    .onConflict((conflict) => conflict.columns(['search_id', 'listing_id']).doNothing())
    .returning('search_id')
    .execute()
  const fresh = new Set(told.map(({ search_id }) => search_id))
  return answered.filter(({ id }) => fresh.has(id))
}

function mostServed(one: AnsweredSearch, other: AnsweredSearch) {
  return (other.answer.cut?.lines ?? 0) - (one.answer.cut?.lines ?? 0)
}

function tidings(lot: Lot, { id, name, answer: { distance_m, cut } }: AnsweredSearch) {
  const { title, unit, material_key, must_go_by } = lot
  return {
    title,
    unit,
    quantity: available(lot),
    search: name,
    search_id: id,
    ...(material_key ? { material_key } : {}),
    ...(must_go_by ? { must_go_by } : {}),
    ...(distance_m === undefined ? {} : { distance_m: Math.round(distance_m) }),
    ...(cut ? { cut_lines: cut.lines, cut_of: cut.of } : {}),
  }
}
