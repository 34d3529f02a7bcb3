import { redirect } from '@remix-run/node'
import type { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import { openClaimOn } from '#app/domain/claims/claims.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { found } from '#app/http/replies.server.ts'

/** A second press of the same button shows the page the first one made; a second tab that asks otherwise is told why not. */
export async function alreadyAsked({ db, member }: MemberVisit, listingId: string, ask: ClaimAsk) {
  const claim = found(await openClaimOn(db, member, listingId))
  const isSame = claim.qty_wanted === ask.qty_wanted && claim.qty_min === ask.qty_min
  const url = `/claims/${claim.id}`
  return isSame ? redirect(url) : redirectSaying(url, 'claims.refusals.already-asked', { tone: 'fail' })
}
