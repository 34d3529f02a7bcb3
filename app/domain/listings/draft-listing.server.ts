import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/** A draft to write in: the newest one still empty, or a new one. Returns its id. */
export async function draftListing(trx: Trx, act: Act) {
  const empty = await emptyDraft(trx, act.by.id)
  if (empty) return empty.id
  const id = newId()
  await trx
    .insertInto('listings')
    .values({ ...blank, id, donor_id: act.by.id, drafted_at: act.at, revised_at: act.at })
    .execute()
  await recordListingEvent(trx, act, id, { kind: 'drafted', from_state: null, to_state: 'draft' })
  return id
}

// The table wants a total; whether the donor has said it is told by the draft's events.
const blank = {
  kind: 'offer',
  state: 'draft',
  title: '',
  description: '',
  search_text: '',
  search_tail: 0,
  unit: 'piece',
  total: 1,
  held: 0,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  weight_grade: 'E',
  has_lift: 0,
  van_access: 0,
  help_to_load: 0,
  allocation_rule: 'fair_window',
} as const

function emptyDraft(trx: Trx, memberId: string) {
  return trx
    .selectFrom('listings')
    .select('id')
    .where('donor_id', '=', memberId)
    .where('state', '=', 'draft')
    .where('kind', '=', 'offer')
    .whereRef('revised_at', '=', 'drafted_at')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('photos').select('photos.id').whereRef('photos.listing_id', '=', 'listings.id'))),
    )
    .orderBy('drafted_at', 'desc')
    .executeTakeFirst()
}
