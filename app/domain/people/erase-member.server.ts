import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { erasedName } from './member.ts'
import { revokeSessions } from './revoke-session.server.ts'

/** Takes a person out of the people's tables. What they gave and took goes on counting, under no name. */
export async function eraseMember(trx: Trx, act: Act) {
  const { id } = act.by
  await trx
    .updateTable('members')
    .set({
      name: erasedName,
      email: `erased-${id}@rimessa.invalid`,
      about: '',
      password_hash: null,
      is_admin: 0,
      email_verified_at: null,
      erased_at: act.at,
    })
    .where('id', '=', id)
    .execute()
  await revokeSessions(trx, act)
  await trx.updateTable('sessions').set({ device: '' }).where('member_id', '=', id).execute()
  await trx.deleteFrom('member_links').where('member_id', '=', id).execute()
  await trx.deleteFrom('memberships').where('member_id', '=', id).execute()
}
