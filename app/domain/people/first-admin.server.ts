import type { Db, Trx } from '#db/database.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { makeLink, takeLink } from './one-time-link.server.ts'

type FirstAdmin = { email: string; name: string; password_hash: string; locale: 'it' | 'en' }

/** True until somebody runs the place. */
export async function lacksAdmin(db: Db) {
  const admin = await db
    .selectFrom('members')
    .select('id')
    .where('is_admin', '=', 1)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return admin === undefined
}

/** True for the one admin there is: without them nobody could hand out rights. */
export async function isLastAdmin(db: Db, memberId: string) {
  const admins = await db
    .selectFrom('members')
    .select('id')
    .where('is_admin', '=', 1)
    .where('erased_at', 'is', null)
    .limit(2)
    .execute()
  return admins.length === 1 && admins[0]?.id === memberId
}

/** The path of a one-time link for whoever installed Rimessa, or undefined when there is an admin already. */
export async function firstAdminLink(trx: Trx, at: string) {
  if (!(await lacksAdmin(trx))) return undefined
  return `/first-admin/${await makeLink(trx, 'first_admin', null, at)}`
}

/** Opens the first profile with every right. An address that is known already becomes admin with the new password. */
export async function becomeFirstAdmin(trx: Trx, token: string, admin: FirstAdmin, at: string) {
  const link = await takeLink(trx, 'first_admin', token, at)
  if (!link || !(await lacksAdmin(trx))) return refused('link-closed')
  const rights = { ...admin, is_admin: 1, email_verified_at: at } as const
  const member = await trx
    .insertInto('members')
    .values({ id: newId(), ...rights, about: '', joined_at: at, erased_at: null })
    .onConflict((conflict) => conflict.column('email').doUpdateSet(rights))
    .returning('id')
    .executeTakeFirstOrThrow()
  return { member_id: member.id }
}
