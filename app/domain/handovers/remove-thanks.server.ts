import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { findThanks } from './thanks.read.server.ts'
import { mayRemoveThanks } from './thanks.ts'

/** Takes a note away: its author within a day, the lot's coordinators whenever it has no business being there. */
export async function removeThanks(trx: Trx, act: Act, thanksId: string) {
  const found = await findThanks(trx, thanksId)
  if (!found) return refused('no-such-thanks')
  if (!mayRemoveThanks(act.by, found, found.hub_id, act.at)) {
    return refused(found.from_id === act.by.id ? 'too-late' : 'not-yours')
  }
  await trx.deleteFrom('thanks').where('id', '=', thanksId).execute()
  return { handover_id: found.handover_id, to_id: found.to_id }
}
