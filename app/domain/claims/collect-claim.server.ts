import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { collectUnits } from '../listings/hold-units.server.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { refused } from '../refusal.ts'
import { findClaim } from './find-claim.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { advanceWaitingList } from './waiting-list.server.ts'

/**
 * `done` base units of a confirmed or scheduled claim have changed hands; what it held beyond them is free again.
 * Called by the handover that proves it, in its transaction; `details` say 'silence' where nobody answered it.
 */
export async function collectClaim(trx: Trx, act: Act, claimId: string, done: number, details = '') {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  await lockLot(trx, claim.listing_id)
  if (done < 1 || done > claim.qty) return refused('more-than-held')
  const set = { qty_done: done }
  const collected = await moveClaim(trx, act, {
    id: claimId,
    from: ['confirmed', 'scheduled'],
    to: 'collected',
    kind: 'collected',
    details,
    set,
  })
  if (!collected) return refused('already-answered')
  if (!(await collectUnits(trx, claim.listing_id, claim.qty, done)))
    throw new Error(`claim ${claimId} held units its lot did not`)
  await trx.deleteFrom('handover_codes').where('claim_id', '=', claimId).execute()
  if (done < claim.qty) await advanceWaitingList(trx, act, claim.listing_id)
  return { claim: collected }
}
