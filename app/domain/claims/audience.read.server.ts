import type { Db } from '#db/database.ts'
import { putsFirst } from './audience.ts'

/** Those among the members who act for somebody that a reserved lot is kept for at first. */
export async function membersPutFirst(db: Db, memberIds: readonly string[]): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select(['memberships.member_id', 'organisations.kind'])
    .where('memberships.member_id', 'in', memberIds)
    .execute()
  return new Set(rows.filter(({ kind }) => putsFirst(kind)).map(({ member_id }) => member_id))
}
