import type { Db, Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later } from '../instant.ts'
import { notify } from '../notifications/notify.server.ts'

const warnings = [72, 24] as const

/** Live lots that must go within 72 hours, each with the nearest of the two warnings that is due. */
export async function expiringListings(db: Db, at: string) {
  const rows = await db
    .selectFrom('listings')
    .select(['id', 'title', 'donor_id', 'hub_id', 'must_go_by'])
    .where('kind', '=', 'offer')
    .where('state', 'in', ['live', 'paused'])
    .where('must_go_by', '>', at)
    .where('must_go_by', '<=', later(at, { hours: warnings[0] }))
    .execute()
  return rows.flatMap(({ must_go_by, ...row }) => {
    if (must_go_by === null) return []
    return [{ ...row, must_go_by, hours: must_go_by <= later(at, { hours: warnings[1] }) ? warnings[1] : warnings[0] }]
  })
}

/** Tells the donor, and in the last day the hub that may take it in. Once per warning and deadline. */
export async function warnOfExpiry(trx: Trx, act: Act, listing: Awaited<ReturnType<typeof expiringListings>>[number]) {
  const { id, title, donor_id, hub_id, must_go_by, hours } = listing
  const hub = hours === 24 && hub_id !== null ? await coordinatorsOf(trx, hub_id) : []
  const about = {
    subject: 'listing',
    subject_id: id,
    event_key: `listing-expiring:${id}:${must_go_by}:${hours}`,
  } as const
  for (const member_id of new Set([donor_id, ...hub])) {
    await notify(trx, act, { ...about, kind: 'listing-expiring', member_id, details: { title, must_go_by } })
  }
}

async function coordinatorsOf(trx: Trx, hubId: string) {
  const rows = await trx.selectFrom('hub_coordinators').select('member_id').where('hub_id', '=', hubId).execute()
  return rows.map((row) => row.member_id)
}
