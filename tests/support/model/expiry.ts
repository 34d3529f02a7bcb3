import type { Served } from './settle.ts'
import type { Claim, Lot, Model } from './state.ts'

const minute = 60_000
/** From the first Sunday after the last of October to the last of March, Rome is an hour ahead of UTC: waking is 7 to 19. */
const [opens, closes] = [7 * 60, 19 * 60]

/** An offer's answer is awaited 24, 12, 6 or 2 hours by urgency, counted only from 8 to 20 in Rome. */
export function wrongExpiries(model: Model, served: readonly Served[]): string[] {
  return served
    .map(({ claim }) => claim)
    .filter((claim) => claim.state === 'offered' && claim.expires_at !== expiryOf(claim, model.lotOf(claim)))
    .map((claim) => `${claim.id} is offered until ${claim.expires_at}, not ${expiryOf(claim, model.lotOf(claim))}`)
}

function expiryOf({ granted_at }: Claim, lot: Lot) {
  const at = Date.parse(granted_at ?? '')
  let left = hoursToAnswer(lot, at) * 60
  let now = at
  while (left > 0) {
    const ofDay = Math.floor(now / minute) % (24 * 60)
    if (ofDay >= opens && ofDay < closes) {
      const most = Math.min(left, closes - ofDay - (now % minute) / minute)
      left -= most
      now += most * minute
    } else now += ((opens - ofDay + 24 * 60) % (24 * 60)) * minute - (now % minute)
  }
  return new Date(now).toISOString()
}

function hoursToAnswer({ must_go_by }: Lot, at: number) {
  const hoursLeft = must_go_by === null ? Number.POSITIVE_INFINITY : (Date.parse(must_go_by) - at) / 3_600_000
  if (hoursLeft < 24) return 2
  if (hoursLeft < 72) return 6
  return hoursLeft <= 168 ? 12 : 24
}
