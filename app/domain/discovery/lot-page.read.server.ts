import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { numberIn } from '../listings/lot-code.ts'
import { lotRows } from './lot-rows.server.ts'

const somethingLeft = sql<SqlBool>`listings.total - listings.held - listings.collected - listings.written_off > 0`

/** Everything public about one lot, by its id or its code. Where it is, is the circle. */
export function lotPage(db: Db, idOrCode: string) {
  return lotRows(db)
    .leftJoin('hubs', 'hubs.id', 'listings.hub_id')
    .select([
      'hubs.quota_lots',
      'hubs.quota_days',
      'listings.window_closes_at',
      'listings.reserved_until',
      'listings.description',
      'listings.donor_id',
      'listings.organisation_id',
      'listings.hub_id',
      'listings.allocation_rule',
      'listings.min_claim',
      'listings.condition',
      'listings.available_from',
      'listings.floor',
      'listings.has_lift',
      'listings.van_access',
      'listings.help_to_load',
      'listings.weight_method',
      'listings.closed_reason',
    ])
    .where(numberIn(idOrCode) > 0 ? 'listings.code' : 'listings.id', '=', idOrCode)
    .where('listings.kind', '=', 'offer')
    .executeTakeFirst()
}

/** Other live lots of the same family with something left, newest first. At most 4. */
export function similarLots(db: Db, lot: { id: string; material_key: string | null }, now: string) {
  const family = (lot.material_key ?? 'other').split('.')[0]
  return lotRows(db)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .where('listings.id', '!=', lot.id)
    .where('listings.material_key', 'like', `${family}.%`)
    .where(somethingLeft)
    .where((eb) => eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>', now)]))
    .orderBy('listings.published_at', 'desc')
    .limit(4)
    .execute()
}

/** Live lots with something left that must go first, and the newest: for a first page. */
export function lotsGoingSoon(db: Db, now: string, limit: number) {
  return lotRows(db)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .where('listings.must_go_by', '>', now)
    .where(somethingLeft)
    .orderBy('listings.must_go_by')
    .limit(limit)
    .execute()
}

export function newestLots(db: Db, now: string, limit: number) {
  return lotRows(db)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .where((eb) => eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>', now)]))
    .where(somethingLeft)
    .orderBy('listings.published_at', 'desc')
    .limit(limit)
    .execute()
}
