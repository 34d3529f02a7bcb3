import { isStaff } from '#app/domain/act.ts'
import { unseenNotices } from '#app/domain/notifications/notices.read.server.ts'
import type { Visit } from './context.server.ts'

/** What the frame of every page shows of the person who is signed in. */
export async function visitorOf({ db, member }: Visit) {
  if (!member) return undefined
  return { id: member.id, name: member.name, is_staff: isStaff(member), unseen: await unseenNotices(db, member.id) }
}
