import { ClaimCode } from './claim-code.tsx'
import { ClaimDelivery } from './claim-delivery.tsx'
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
  delivery,
}: Pick<ClaimPage, 'claim' | 'side' | 'pickup' | 'code' | 'door' | 'hub' | 'delivery'>) {
  return (
    <>
      <ClaimPickup claim={claim} side={side} pickup={pickup} hub={hub} />
      {delivery ? <ClaimDelivery claimId={claim.id} delivery={delivery} /> : null}
      {code ? <ClaimCode claimId={claim.id} code={code} /> : null}
      {door ? <ClaimDoor door={door} /> : null}
    </>
  )
}
