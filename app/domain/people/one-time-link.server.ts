import { createHash, randomBytes } from 'node:crypto'
import type { Db, Trx } from '#db/database.ts'
import type { MemberLinkRow } from '#db/schema/people.ts'
import { later } from '../instant.ts'
import { type LinkKind, linkLife } from './link.ts'

/** Makes a one-time link and returns its token, 32 random bytes. Only its SHA-256 is kept. */
export async function makeLink(trx: Trx, kind: LinkKind, memberId: string | null, at: string) {
  const token = randomBytes(32).toString('base64url')
  const link = {
    id: linkIdOf(token),
    member_id: memberId,
    kind,
    made_at: at,
    expires_at: later(at, linkLife[kind]),
    used_at: null,
  }
  await trx.insertInto('member_links').values(link).execute()
  return token
}

/** Uses a link up. Undefined when it is unknown, of another kind, used or too old. */
export async function takeLink(
  trx: Trx,
  kind: LinkKind,
  token: string,
  at: string,
): Promise<MemberLinkRow | undefined> {
  return trx
    .updateTable('member_links')
    .set({ used_at: at })
    .where('id', '=', linkIdOf(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returningAll()
    .executeTakeFirst()
}

/** Whether the link would still open, without using it: for the page that asks before it does. */
export async function linkOpens(db: Db, kind: LinkKind, token: string, at: string) {
  const link = await db
    .selectFrom('member_links')
    .select('id')
    .where('id', '=', linkIdOf(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return link !== undefined
}

/** Older links of the same kind stop working: the last letter is the one that counts. */
export async function voidLinks(trx: Trx, kind: LinkKind, memberId: string, at: string) {
  await trx
    .updateTable('member_links')
    .set({ used_at: at })
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .execute()
}

function linkIdOf(token: string) {
  return createHash('sha256').update(token).digest('hex')
}
