import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { putsFirst } from '../claims/audience.ts'
import type { Question } from './lot-filter.server.ts'
import { countHidden } from './marks.read.server.ts'

/** What who asks changes of a question: lots they hid stay out, and what is kept for non-profits may be open to them. */
export async function asAskedBy<Asked extends Question>(
  db: Db,
  member: Member | undefined,
  asked: Asked,
): Promise<Asked & { hidden: number }> {
  if (!member) return { ...asked, hidden: 0 }
  const [hidden, kinds] = await Promise.all([countHidden(db, member), kindsOf(db, member)])
  return { ...asked, hidden, hiddenFor: hidden > 0 ? member.id : undefined, comesFirst: kinds.some(putsFirst) }
}

async function kindsOf(db: Db, member: Member) {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select('organisations.kind')
    .where('memberships.member_id', '=', member.id)
    .execute()
  return rows.map(({ kind }) => kind)
}
