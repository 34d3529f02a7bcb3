import { ClaimCode } from './claim-code.tsx'
import { ClaimDoor } from './claim-door.tsx'
import type { ClaimPage } from './claim-page.server.ts'
import { ClaimPickup } from './claim-pickup.tsx'

/** When they meet, the proof, and where: each only once it is there to show. */
export function ClaimMeeting({
  claim,
  side,
  pickup,
  code,
  door,
  hub,
}: Pick<ClaimPage, 'claim' | 'side' | 'pickup' | 'code' | 'door' | 'hub'>) {
  return (
    <>
      <ClaimPickup claim={claim} side={side} pickup={pickup} hub={hub} />
      {code ? <ClaimCode claimId={claim.id} code={code} /> : null}
      {door ? <ClaimDoor door={door} /> : null}
    </>
  )
}
