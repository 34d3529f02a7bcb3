import type { Db } from '#db/database.ts'
import type { Hours } from '../places/opening.ts'

/** When a hub is open in a usual week. */
export function hoursOf(db: Db, hubId: string) {
  return db
    .selectFrom('hub_hours')
    .select(['weekday', 'from_time', 'to_time'])
    .where('hub_id', '=', hubId)
    .orderBy('from_time')
    .limit(70)
    .execute()
}

/** The usual weeks of several hubs, by hub. */
export async function hoursOfHubs(db: Db, hubIds: readonly string[]) {
  if (hubIds.length === 0) return new Map<string, Hours[]>()
  const rows = await db
    .selectFrom('hub_hours')
    .select(['hub_id', 'weekday', 'from_time', 'to_time'])
    .where('hub_id', 'in', hubIds)
    .orderBy('from_time')
    .execute()
  const weeks = new Map<string, Hours[]>()
  for (const { hub_id, ...hours } of rows) weeks.set(hub_id, [...(weeks.get(hub_id) ?? []), hours])
  return weeks
}

/** The days a hub is closed that are not over by `day`, soonest first. */
export function closuresOf(db: Db, hubId: string, day: string) {
  return db
    .selectFrom('hub_closures')
    .select(['from_day', 'to_day', 'reason'])
    .where('hub_id', '=', hubId)
    .where('to_day', '>=', day)
    .orderBy('from_day')
    .limit(100)
    .execute()
}

/** The closures of these hubs that touch the days between two, both within. */
export async function closuresBetween(db: Db, hubIds: readonly string[], { from, to }: { from: string; to: string }) {
  if (hubIds.length === 0) return []
  return db
    .selectFrom('hub_closures')
    .innerJoin('hubs', 'hubs.id', 'hub_closures.hub_id')
    .select(['hub_closures.from_day', 'hub_closures.to_day', 'hub_closures.reason'])
    .select(['hubs.slug as hub_slug', 'hubs.name as hub_name'])
    .where('hub_closures.hub_id', 'in', [...hubIds])
    .where('hub_closures.to_day', '>=', from)
    .where('hub_closures.from_day', '<=', to)
    .orderBy('hub_closures.from_day')
    .limit(100)
    .execute()
}

/** A hub's vehicles in use, by name. */
export function vehiclesOf(db: Db, hubId: string) {
  return db
    .selectFrom('vehicles')
    .selectAll()
    .where('hub_id', '=', hubId)
    .where('retired_at', 'is', null)
    .orderBy('name')
    .limit(100)
    .execute()
}

/** Where a hub keeps things, by code. */
export function baysOf(db: Db, hubId: string) {
  return db
    .selectFrom('bays')
    .selectAll()
    .where('hub_id', '=', hubId)
    .where('retired_at', 'is', null)
    .orderBy('code')
    .limit(500)
    .execute()
}

/** What a hub said it takes and what it refuses: nodes of the material tree. */
export function materialsOf(db: Db, hubId: string) {
  return db
    .selectFrom('hub_materials')
    .select(['material_key', 'takes'])
    .where('hub_id', '=', hubId)
    .orderBy('material_key')
    .limit(300)
    .execute()
}
