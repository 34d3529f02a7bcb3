import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { proofOfClaim } from '../claims/handover-code.server.ts'
import { isFetchedByHub } from '../claims/handover-code.ts'
import { type Verifier, verifierFor } from '../claims/handover-verifier.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { otherSide, recordingSide } from './handover.ts'

/**
 * For a phone that will have no network: of each claim whose handover this member may write down, what tells the other
 * side's code from a wrong one. Claims they may not, or that wait for no handover, are left out. 30 ms each.
 */
export async function verifiersOf(db: Db, member: Member, claimIds: readonly string[]): Promise<Verifier[]> {
  const verifiers: Verifier[] = []
  for (const claimId of claimIds) {
    const holder = await holderFor(db, member, claimId)
    const proof = holder && (await proofOfClaim(db, claimId, holder))
    if (proof) verifiers.push(await verifierFor(claimId, holder, proof))
  }
  return verifiers
}

async function holderFor(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  if (claim?.state !== 'confirmed' && claim?.state !== 'scheduled') return undefined
  const side = recordingSide(await sidesOf(db, member, claim))
  if (!side || (side === 'taker' && !isFetchedByHub(claim))) return undefined
  return otherSide[side]
}
