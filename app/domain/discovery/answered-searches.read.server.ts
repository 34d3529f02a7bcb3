import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { isAmong, isOneOf } from '#db/dialects/dialect.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { membersPutFirst } from '../claims/audience.read.server.ts'
import { available } from '../listings/listing.ts'
import type { Point } from '../places/point.ts'
import { anchorsOfLot } from './anchors.ts'
import { type Answer, answers, type LotFacts } from './answers.ts'
import { readQuestion } from './asked.ts'
import { columns, readColumns } from './columns.read.server.ts'

type Opened = ListingRow & Point

export type AnsweredSearch = {
  id: string
  member_id: string
  name: string
  rhythm: 'at_once' | 'daily'
  answer: Answer
}

/**
 * Which saved searches a lot answers, and why; not those of whoever gives it, and none that is paused. Found from the lot's own
 * anchors: however many searches are kept, only those filed under one of them are looked at.
 */
export async function searchesAnsweredBy(db: Db, listing: Opened, at: string): Promise<AnsweredSearch[]> {
  const lot = await factsOf(db, listing)
  const filed = await searchesFiledUnder(db, anchorsOfLot(lot), listing)
  const isKept = lot.reserved_until !== null && lot.reserved_until > at
  const first = await membersPutFirst(db, isKept ? [...new Set(filed.member_id)] : [])
  // Hundreds are looked at for each that is told: nothing is made for those that do not answer.
  return filed.question.flatMap((question, n) => {
    const member_id = filed.member_id[n] ?? ''
    const answer = answers(lot, readQuestion(question), { at, comes_first: first.has(member_id) })
    if (!answer) return []
    const rhythm = filed.rhythm[n] === 'at_once' ? 'at_once' : 'daily'
    return { id: filed.id[n] ?? '', member_id, name: filed.name[n] ?? '', rhythm, answer }
  })
}

/** Those among them that were not told of it yet: who wants to know at once comes first. */
export async function searchesToTell(db: Db, listing: Opened, at: string) {
  const answered = await searchesAnsweredBy(db, listing, at)
  if (answered.length === 0) return []
  const rows = await db.selectFrom('search_answers').select('search_id').where('listing_id', '=', listing.id).execute()
  const told = new Set(rows.map(({ search_id }) => search_id))
  const fresh = answered.filter(({ id }) => !told.has(id))
  return [...fresh.filter(({ rhythm }) => rhythm === 'at_once'), ...fresh.filter(({ rhythm }) => rhythm === 'daily')]
}

/** What a question looks at, of a lot with its public point. */
async function factsOf(db: Db, listing: Opened): Promise<LotFacts> {
  const hub = listing.place_id === null ? undefined : await hubAt(db, listing.place_id)
  return { ...listing, material_key: listing.material_key ?? '', available: available(listing), at_hub: hub ? 1 : 0 }
}

function hubAt(db: Db, placeId: string) {
  return db.selectFrom('hubs').select('id').where('place_id', '=', placeId).executeTakeFirst()
}

type Filed = Record<'id' | 'member_id' | 'question' | 'name' | 'rhythm', string[]>

function searchesFiledUnder(db: Db, anchors: string[], { donor_id, organisation_id }: Opened): Promise<Filed> {
  const filed = sql`select search_id from search_anchors where ${isOneOf(db, sql.ref('anchor'), anchors)}`
  return readColumns(
    db,
    columns('id', 'member_id', 'question', 'name', 'rhythm'),
    sql`saved_searches where ${isAmong(db, sql.ref('saved_searches.id'), filed)} and paused_at is null
      and member_id <> ${donor_id} and member_id not in
        (select memberships.member_id from memberships where memberships.organisation_id = ${organisation_id ?? ''})`,
  )
}
