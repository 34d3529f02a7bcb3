import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { FoundClaim } from '../claims/find-claim.server.ts'
import { later } from '../instant.ts'
import { notify } from '../notifications/notify.server.ts'
import { standingIn } from './standing.read.server.ts'

/** Whoever looks at a thread says so at least twice in this time. */
const looking = { minutes: -0.75 }

/**
 * Leaves one notice for each person who is part of the thread, unless they have it before them. However many messages
 * follow, it stays one until they have read.
 */
export async function tellOfMessage(trx: Trx, act: Act, claim: FoundClaim) {
  const marks = await trx
    .selectFrom('message_reads')
    .select(['member_id', 'read_to', 'read_at'])
    .where('claim_id', '=', claim.id)
    .execute()
  for (const member_id of await partOf(trx, act, claim)) {
    const mark = marks.find((each) => each.member_id === member_id)
    if (mark && mark.read_at > later(act.at, looking)) continue
    await notify(trx, act, {
      kind: 'message-received',
      member_id,
      subject: 'claim',
      subject_id: claim.id,
      event_key: `message-received ${claim.id} ${mark?.read_to ?? ''}`,
      details: { title: claim.title, listing_id: claim.listing_id },
    })
  }
}

/** The donor, the claimant, and whoever else has written and may still read; not the writer. */
async function partOf(trx: Trx, act: Act, claim: FoundClaim) {
  const writers = await trx
    .selectFrom('members')
    .select(['id', 'is_admin'])
    .where('erased_at', 'is', null)
    .where('id', 'in', trx.selectFrom('messages').select('from_id').where('claim_id', '=', claim.id))
    .execute()
  const part = new Set([claim.donor_id, claim.claimant_id])
  for (const { id, is_admin } of writers) {
    const hubs = await trx.selectFrom('hub_coordinators').select('hub_id').where('member_id', '=', id).execute()
    const member = { id, is_admin: is_admin === 1, coordinates: hubs.map(({ hub_id }) => hub_id) }
    if (await standingIn(trx, member, claim.id)) part.add(id)
  }
  part.delete(act.by.id)
  return part
}
