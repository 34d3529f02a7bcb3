import { claimsAtHub } from '#app/domain/pickups/slot-claims.read.server.ts'
import { freeSlots } from '#app/domain/pickups/slots.read.server.ts'
import type { Visit } from '#app/http/context.server.ts'

/** When somebody can bring something to a hub, and what a member could come and collect there. */
export async function slotsOfHub({ db, now, member }: Visit, hubId: string) {
  const [bring, collect, claims] = await Promise.all([
    freeSlots(db, hubId, 'drop_off', now),
    freeSlots(db, hubId, 'pickup', now),
    member ? claimsAtHub(db, member.id, hubId) : [],
  ])
  return {
    bring: bring.map(({ starts_at, capacity, booked }) => ({ starts_at, left: capacity - booked })),
    collect: collect.length,
    claims,
  }
}
