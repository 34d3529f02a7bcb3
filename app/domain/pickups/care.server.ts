import { type SqlBool, sql } from 'kysely'
import type { Member } from '../act.ts'

/** Which lots a coordinator's board shows. */
export type Care = 'all' | { hubs: readonly string[]; unassigned: boolean }

/** Everything for an admin; else the lots of one's hubs and those near no hub. One hub alone when it was chosen. */
export function careOf(member: Member, chosenHub: string | undefined): Care {
  if (chosenHub !== undefined) return { hubs: [chosenHub], unassigned: false }
  return member.is_admin ? 'all' : { hubs: member.coordinates, unassigned: true }
}

/** The same as a condition. */
export function inCare(care: Care, column: 'pickups.hub_id' | 'listings.hub_id') {
  if (care === 'all') return sql<SqlBool>`1 = 1`
  const hub = sql.ref(column)
  const theirs = sql<SqlBool>`${hub} in (${sql.join([...care.hubs])})`
  return care.unassigned ? sql<SqlBool>`(${theirs} or ${hub} is null)` : theirs
}
