import { ClaimCode } from './claim-code.tsx'
import { ClaimDelivery } from './claim-delivery.tsx'
import { ClaimDoor } from './claim-door.tsx'
import type { ClaimPage } from './claim-page.server.ts'
import { ClaimPickup } from './claim-pickup.tsx'

/** When they meet, the proof, and where: each only once it is there to show. */
export function ClaimMeeting(page: Pick<ClaimPage, 'code' | 'door' | 'delivery'> & Parameters<typeof ClaimPickup>[0]) {
  const { claim, code, door, delivery } = page
  return (
    <>
      <ClaimPickup {...page} />
      {delivery ? <ClaimDelivery claimId={claim.id} delivery={delivery} /> : null}
      {code ? <ClaimCode claimId={claim.id} code={code} /> : null}
      {door ? <ClaimDoor door={door} /> : null}
    </>
  )
}
