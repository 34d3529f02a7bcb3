import { randomBytes } from 'node:crypto'
import type { Db, Trx } from '#db/database.ts'
import type { HandoverCodeRow } from '#db/schema/claims.ts'
import type { Act, Member } from '../act.ts'
import { refused } from '../refusal.ts'
import { type FoundClaim, findClaim } from './find-claim.server.ts'
import { isFetchedByHub } from './handover-code.ts'
import { type Holder, type Proof, proofFor } from './handover-proof.ts'
import { type Sides, sidesOf } from './sides.read.server.ts'

/** Draws a new secret for a confirmed claim; codes of an older one stop working, and wrong tries are forgotten. */
export async function makeHandoverCode(trx: Trx, act: Act, claimId: string) {
  const secret = randomBytes(32).toString('base64url')
  const fresh = { secret, code: '', wrong_tries: 0, giver_wrong_tries: 0, made_at: act.at }
  await trx
    .insertInto('handover_codes')
    .values({ claim_id: claimId, ...fresh })
    .onConflict((conflict) => conflict.column('claim_id').doUpdateSet(fresh))
    .execute()
}

/** Who holds a code asks for a new one, when the old was read by somebody else or tried too often. Both sides' change. */
export async function renewHandoverCode(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  if (!holderAmong(await sidesOf(trx, act.by, claim), claim)) return refused('not-yours')
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return refused('already-answered')
  await makeHandoverCode(trx, act, claimId)
  return { claim_id: claimId }
}

/** The code of a claim that is this member's to show, or undefined. */
export async function handoverCodeFor(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  const holder = claim && holderAmong(await sidesOf(db, member, claim), claim)
  if (!holder || (claim.state !== 'confirmed' && claim.state !== 'scheduled')) return undefined
  const proof = await proofOfClaim(db, claimId, holder)
  return proof && { ...proof, holder }
}

/** Both forms of one side's code, whoever asks. Never for a page: `handoverCodeFor` knows who may see it. */
export async function proofOfClaim(db: Db, claimId: string, holder: Holder) {
  const row = await db.selectFrom('handover_codes').selectAll().where('claim_id', '=', claimId).executeTakeFirst()
  return row && proofIn(row, holder)
}

/** The code drawn before there were secrets goes on being the taker's until it is used or changed. */
export async function proofIn(row: Pick<HandoverCodeRow, 'claim_id' | 'secret' | 'code'>, holder: Holder) {
  const proof: Proof = await proofFor(row.secret, row.claim_id, holder)
  return holder === 'taker' && row.code !== '' ? { ...proof, code: row.code } : proof
}

// Who stands on both sides shows the taker's: the other is somebody else's to hold.
function holderAmong(sides: Sides, claim: FoundClaim): Holder | undefined {
  if (sides.claimant) return 'taker'
  return sides.donor && isFetchedByHub(claim) ? 'giver' : undefined
}
