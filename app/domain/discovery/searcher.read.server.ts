import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { membersPutFirst } from '../claims/audience.read.server.ts'
import type { Question } from './lot-filter.server.ts'
import { countHidden } from './marks.read.server.ts'

/** What who asks changes of a question: lots they hid stay out, and what is kept for non-profits may be open to them. */
export async function asAskedBy<Asked extends Question>(
  db: Db,
  member: Member | undefined,
  asked: Asked,
): Promise<Asked & { hidden: number }> {
  if (!member) return { ...asked, hidden: 0 }
  const [hidden, first] = await Promise.all([countHidden(db, member), membersPutFirst(db, [member.id])])
  return { ...asked, hidden, hiddenFor: hidden > 0 ? member.id : undefined, comesFirst: first.has(member.id) }
}
