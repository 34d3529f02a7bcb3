import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { collectClaim } from '#app/domain/claims/collect-claim.server.ts'
import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { lapseClaim } from '#app/domain/claims/lapse-claims.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { later } from '#app/domain/instant.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Trx } from '#db/database.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const claimants: Neighbour[] = ['bruno', 'chiara', 'ivo', 'dario']
const verbs = ['place', 'offer', 'accept', 'decline', 'cancel', 'lapse', 'propose', 'confirm', 'collect'] as const

const step = fc.record({
  verb: fc.constantFrom(...verbs, 'place', 'place', 'offer', 'accept'),
  who: fc.constantFrom(...claimants),
  which: fc.nat({ max: 7 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  minimum: fc.integer({ min: 1, max: 4 }),
  hours: fc.constantFrom(0, 0, 1, 1, 2, 3, 30),
})
type Step = {
  verb: (typeof verbs)[number]
  who: Neighbour
  which: number
  quantity: number
  minimum: number
  hours: number
}

async function take(step: Step, lots: string[], at: string) {
  const claims = await db.selectFrom('claims').select(['id', 'claimant_id']).orderBy('id').execute()
  const claim = claims[step.which % Math.max(1, claims.length)]
  const commands = commandsOf(
    step,
    lots[step.which % lots.length] ?? '',
    claim ?? { id: 'none', claimant_id: 'bruno' },
    at,
  )
  await write(db, commands)
}

function commandsOf(
  step: Step,
  lot: string,
  claim: { id: string; claimant_id: string },
  at: string,
): (trx: Trx) => Promise<unknown> {
  const donor = actOf('ada', at)
  const claimant = actOf(claim.claimant_id as Neighbour, at)
  const ask = {
    qty_wanted: step.quantity,
    qty_min: Math.min(step.minimum, step.quantity),
    days: [],
    transport: 'car' as const,
    purpose: 'Prova',
    organisation_id: null,
  }
  const time = { starts_at: '2026-12-05T10:00', minutes: 60, note: '', override_reason: '' }
  return {
    place: (trx: Trx) => placeClaim(trx, actOf(step.who, at), lot, ask),
    offer: (trx: Trx) => offerUnits(trx, donor, claim.id, step.quantity),
    accept: (trx: Trx) => acceptOffer(trx, claimant, claim.id),
    decline: (trx: Trx) => declineClaim(trx, donor, claim.id, 'no'),
    cancel: (trx: Trx) => cancelClaim(trx, step.hours % 2 ? donor : claimant, claim.id, 'no'),
    lapse: (trx: Trx) => lapseClaim(trx, { ...donor, via: 'job' }, claim.id),
    propose: (trx: Trx) => proposePickup(trx, step.hours % 2 ? donor : claimant, claim.id, time),
    confirm: (trx: Trx) => confirmNewest(trx, step.hours % 2 ? donor : claimant),
    collect: (trx: Trx) => collectClaim(trx, donor, claim.id, step.quantity),
  }[step.verb]
}

async function confirmNewest(trx: Trx, act: ReturnType<typeof actOf>) {
  const pickup = await trx.selectFrom('pickups').select('id').orderBy('id', 'desc').executeTakeFirst()
  return confirmPickup(trx, act, pickup?.id ?? 'none')
}

test('whatever donors and claimants do, in whatever order, no lot is oversold and nobody is left in silence', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      await freshWorld()
      const lots = [
        await given.listing({ total: 12, allocation_rule: 'first_come' }),
        await given.listing({ total: 9 }),
      ].map(({ id }) => id)
      let at = now
      for (const one of steps) {
        at = later(at, { hours: one.hours })
        await take(one, lots, at)
        await expectInvariants()
      }
      moved += (await db.selectFrom('claim_events').select('id').execute()).length
    }),
    { numRuns: 60 },
  )
  expect(moved).toBeGreaterThan(400)
}, 180_000)
