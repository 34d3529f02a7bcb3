import { randomInt } from 'node:crypto'
import type { Db, Trx } from '#db/database.ts'
import type { Act, Member } from '../act.ts'
import { refused } from '../refusal.ts'
import { findClaim } from './find-claim.server.ts'
import { codeAlphabet, codeLength } from './handover-code.ts'
import { sidesOf } from './sides.read.server.ts'

/** Draws a new code for a confirmed claim; an older one stops working, and its wrong tries are forgotten. */
export async function makeHandoverCode(trx: Trx, act: Act, claimId: string) {
  const code = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
  const fresh = { code, wrong_tries: 0, made_at: act.at }
  await trx
    .insertInto('handover_codes')
    .values({ claim_id: claimId, ...fresh })
    .onConflict((conflict) => conflict.column('claim_id').doUpdateSet(fresh))
    .execute()
}

/** The claimant asks for a new code, when the old one was read by somebody else or tried too often. */
export async function renewHandoverCode(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  if (!(await sidesOf(trx, act.by, claim)).claimant) return refused('not-yours')
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return refused('already-answered')
  await makeHandoverCode(trx, act, claimId)
  return { claim_id: claimId }
}

/** The code of a claim, to its claimant's side only. */
export async function handoverCodeFor(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  if (!claim || !(await sidesOf(db, member, claim)).claimant) return undefined
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return undefined
  const row = await db.selectFrom('handover_codes').select('code').where('claim_id', '=', claimId).executeTakeFirst()
  return row?.code
}
