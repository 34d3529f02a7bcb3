import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'

/** A hub, to those who run it: its coordinators and admins. To anyone else it is not there. */
export async function hubInCare(db: Db, member: Member, slug: string) {
  const hub = await db.selectFrom('hubs').selectAll().where('slug', '=', slug).executeTakeFirst()
  return hub && coordinates(member, hub.id) ? hub : undefined
}

/** Whether somebody may see the rooms behind a hub's public page. */
export function mayRun(member: Member | undefined, hubId: string) {
  return member !== undefined && coordinates(member, hubId)
}
