import type { Db } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'

/** The two halves of a request that was served in part: what it was given from, and what still waits or once waited. */
export async function halvesOf(db: Db, { id, parent_id }: Pick<ClaimRow, 'id' | 'parent_id'>) {
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'parent_id', 'state', 'qty', 'qty_wanted', 'position'])
    .where((eb) => eb.or([eb('parent_id', '=', id), ...(parent_id === null ? [] : [eb('id', '=', parent_id)])]))
    .execute()
  return { rest: rows.find((row) => row.parent_id === id), whole: rows.find((row) => row.id === parent_id) }
}
