import type { Trx } from '#db/database.ts'
import type { MemberRow } from '#db/schema/people.ts'
import type { Act } from '../act.ts'

type Newcomer = Pick<MemberRow, 'email' | 'name' | 'locale'> & { password_hash: string }

/** Makes the profile under the id that acts. `known` when the address already has one: nothing changes then. */
export async function join(trx: Trx, act: Act, newcomer: Newcomer): Promise<{ member: MemberRow; known: boolean }> {
  const unproven = { email_verified_at: null, about: '', is_admin: 0, joined_at: act.at, erased_at: null } as const
  const member = await trx
    .insertInto('members')
    .values({ id: act.by.id, ...newcomer, ...unproven })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (member) return { member, known: false }
  const already = await trx
    .selectFrom('members')
    .selectAll()
    .where('email', '=', newcomer.email)
    .executeTakeFirstOrThrow()
  return { member: already, known: true }
}
