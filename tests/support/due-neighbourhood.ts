import type { Clock } from '#app/domain/clocks/clock.ts'
import { setClocks } from '#app/domain/clocks/set-clock.server.ts'
import { later } from '#app/domain/instant.ts'
import { listingClocks } from '#app/domain/listings/listing-clocks.ts'
import { pickupClocks } from '#app/domain/pickups/pickup-clocks.ts'
import { write } from '#app/domain/write.server.ts'
import { db, given, now } from './world.ts'

/** Two days on, an hour later in the morning. */
export const allDue = later(now, { hours: 49 })

/**
 * Five hundred clocks of mixed kinds, all due at `allDue`, under names that are the same every time: what they lead to can
 * be compared between one run and another.
 */
export async function fiveHundredDue() {
  const clocks = [
    ...(await each('offer', 140, unansweredOffer)),
    ...(await each('pickup', 60, agreedPickup)),
    ...(await each('ending', 60, lotThatRunsOut)),
    ...(await each('rescue', 46, lotInItsLastDay)),
    ...(await each('stale', 42, offerTakenMeanwhile)),
  ]
  await write(db, (trx) => setClocks(trx, { at: now }, clocks))
}

async function each(name: string, count: number, make: (id: string) => Promise<Clock[]>) {
  const clocks: Clock[] = []
  for (let n = 0; n < count; n += 1) clocks.push(...(await make(`${name}-${n}`)))
  return clocks
}

const soon = later(now, { hours: 1 })
// Whoever took much lately waits at a hub: which of two lots counts as the later one would be chance here.
const ofNoHub = { hub_id: null, must_go_by: null } as const

/** An offer that lapses, and two who wait for its eight boards. */
async function unansweredOffer(id: string): Promise<Clock[]> {
  await given.listing({ ...ofNoHub, id, total: 8, allocation_rule: 'first_come' })
  const ask = { listing_id: id, qty_wanted: 8, qty_min: 8 }
  const waits = { ...ask, state: 'waitlisted', qty: 0 } as const
  const offer = await given.claim({ ...ask, id: `${id}-bruno`, state: 'offered', offer_expires_at: soon })
  await given.claim({ ...waits, id: `${id}-chiara`, claimant_id: 'chiara', position: 1 })
  await given.claim({ ...waits, id: `${id}-gina`, claimant_id: 'gina', position: 2 })
  return [{ kind: 'lapse-offer', subject_id: offer.id, due_at: soon }]
}

/** A pickup an hour away, of which nobody was reminded the evening before either. */
async function agreedPickup(id: string) {
  const lot = await given.listing({ ...ofNoHub, id: `${id}-lot` })
  const claim = await given.claim({ id: `${id}-claim`, listing_id: lot.id, state: 'scheduled' })
  const starts_at = later(allDue, { hours: 1 })
  const times = { starts_at, ends_at: later(starts_at, { hours: 1 }), confirmed_at: now }
  const pickup = await given.pickup([claim.id], { ...times, id, calendar_uid: `${id}@rimessa`, state: 'confirmed' })
  return pickupClocks(pickup, now)
}

/** A lot that ends with the two who asked for it. */
async function lotThatRunsOut(id: string): Promise<Clock[]> {
  const due_at = later(now, { hours: 30 })
  await given.listing({ ...ofNoHub, id, must_go_by: due_at })
  await given.claim({ id: `${id}-bruno`, listing_id: id })
  await given.claim({ id: `${id}-gina`, listing_id: id, claimant_id: 'gina' })
  return [{ kind: 'expire-listing', subject_id: id, due_at }]
}

/** A lot with ten hours left: its donor is warned, and its rule eases for the one who asked. */
async function lotInItsLastDay(id: string) {
  const lot = await given.listing({ ...ofNoHub, id, must_go_by: later(allDue, { hours: 10 }) })
  await given.claim({ id: `${id}-gina`, listing_id: id, claimant_id: 'gina' })
  return listingClocks(lot).filter(({ due_at }) => due_at < allDue)
}

/** An offer that was taken: its clock still runs, and must do nothing. */
async function offerTakenMeanwhile(id: string): Promise<Clock[]> {
  await given.listing({ ...ofNoHub, id })
  const claim = await given.claim({ id: `${id}-bruno`, listing_id: id, state: 'confirmed' })
  return [{ kind: 'lapse-offer', subject_id: claim.id, due_at: soon }]
}
