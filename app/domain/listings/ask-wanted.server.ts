import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later } from '../instant.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { askBefore } from './wanted.ts'

/** Asks, three days before the end, whether the author of a wanted post still looks. Once for each end. */
export async function askWanted(trx: Trx, act: Act, wantedId: string) {
  const wanted = await trx
    .selectFrom('listings')
    .select(['title', 'donor_id', 'must_go_by'])
    .where('id', '=', wantedId)
    .where('kind', '=', 'wanted')
    .where('state', '=', 'live')
    .where('must_go_by', '>', act.at)
    .where('must_go_by', '<=', later(act.at, { days: askBefore }))
    .executeTakeFirst()
  if (!wanted?.must_go_by) return refused('not-expiring')
  const { title, donor_id: member_id, must_go_by } = wanted
  const about = {
    subject: 'wanted',
    subject_id: wantedId,
    event_key: `wanted-expiring:${wantedId}:${must_go_by}`,
  } as const
  await notify(trx, act, { ...about, kind: 'wanted-expiring', member_id, details: { title, expires_at: must_go_by } })
  return { wanted_id: wantedId }
}
