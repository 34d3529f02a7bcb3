import { generateKeyPairSync } from 'node:crypto'
import type { Db } from '#db/database.ts'
import { write } from '../write.server.ts'

export type VapidKeys = { public_key: string; private_key: string }

/** The keys this installation signs its pushes with (P-256, base64url), made when they are first asked for. */
export async function vapidKeys(db: Db, at: string): Promise<VapidKeys> {
  const kept = await keptKeys(db)
  if (kept) return kept
  await write(db, (trx) =>
    trx
      .insertInto('instance_keys')
      .values({ name: 'vapid', ...freshKeys(), made_at: at })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  )
  return (await keptKeys(db)) ?? vapidKeys(db, at)
}

function keptKeys(db: Db) {
  return db
    .selectFrom('instance_keys')
    .select(['public_key', 'private_key'])
    .where('name', '=', 'vapid')
    .executeTakeFirst()
}

function freshKeys(): VapidKeys {
  const {
    x = '',
    y = '',
    d = '',
  } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { public_key: point.toString('base64url'), private_key: d }
}
