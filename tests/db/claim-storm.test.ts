import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { closeWindow } from '#app/domain/claims/close-window.server.ts'
import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { lapseClaim } from '#app/domain/claims/lapse-claims.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { openToAll, rescueLot } from '#app/domain/claims/rescue-lot.server.ts'
import { later } from '#app/domain/instant.ts'
import { changeTotal } from '#app/domain/listings/revise-listing.server.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { lapseUnscheduled } from '#app/domain/pickups/lapse-unscheduled.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Trx } from '#db/database.ts'
import { clockAct, closing, windowed } from '../support/fair.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const claimants: Neighbour[] = ['bruno', 'chiara', 'ivo', 'dario', 'gina']
const verbs = ['place', 'place', 'offer', 'accept', 'accept', 'decline', 'cancel', 'lapse', 'unscheduled'] as const
const lotVerbs = ['close', 'open', 'rescue', 'total'] as const

const deed = fc.record({
  verb: fc.constantFrom(...verbs, ...lotVerbs),
  who: fc.constantFrom(...claimants),
  which: fc.nat({ max: 9 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  minimum: fc.integer({ min: 1, max: 4 }),
})
type Deed = { verb: (typeof verbs)[number] | (typeof lotVerbs)[number]; who: Neighbour } & Record<
  'which' | 'quantity' | 'minimum',
  number
>

async function deeds(batch: readonly Deed[], lots: readonly string[], at: string) {
  const claims = await db.selectFrom('claims').select(['id', 'claimant_id']).orderBy('id', 'desc').limit(10).execute()
  return batch.map((one) => {
    const claim = claims[one.which % Math.max(1, claims.length)] ?? { id: 'none', claimant_id: 'bruno' }
    return commandOf(one, lots[one.which % lots.length] ?? '', claim, at)
  })
}

function commandOf(one: Deed, lot: string, claim: { id: string; claimant_id: string }, at: string) {
  const [donor, clock] = [actOf('ada', at), clockAct(at)]
  const claimant = actOf(claim.claimant_id as Neighbour, at)
  const ask = {
    qty_wanted: one.quantity,
    qty_min: Math.min(one.minimum, one.quantity),
    days: [],
    transport: 'car' as const,
    purpose: 'Prova',
    organisation_id: null,
  }
  const commands: Record<Deed['verb'], (trx: Trx) => Promise<unknown>> = {
    place: (trx) => placeClaim(trx, actOf(one.who, at), lot, ask),
    offer: (trx) => offerUnits(trx, donor, claim.id, one.quantity),
    accept: (trx) => acceptOffer(trx, claimant, claim.id),
    decline: (trx) => declineClaim(trx, donor, claim.id, 'no'),
    cancel: (trx) => cancelClaim(trx, one.minimum % 2 ? donor : claimant, claim.id, 'no'),
    lapse: (trx) => lapseClaim(trx, clock, claim.id),
    unscheduled: (trx) => lapseUnscheduled(trx, clock, claim.id),
    close: (trx) => closeWindow(trx, clock, lot),
    open: (trx) => openToAll(trx, clock, lot),
    rescue: (trx) => rescueLot(trx, clock, lot),
    total: (trx) => changeTotal(trx, donor, lot, one.quantity + 4),
  }
  return commands[one.verb]
}

test('whatever ten people and clocks do at the same moment, nothing is sold twice and nobody is left in silence', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(deed, { minLength: 10, maxLength: 10 }), { minLength: 9, maxLength: 9 }),
      async (rounds) => {
        await freshWorld()
        const lots = [
          await given.listing({ total: 8, allocation_rule: 'first_come' }),
          await given.listing({ total: 8 }),
          await windowed({ total: 8, must_go_by: later(now, { hours: 60 }) }),
        ].map(({ id }) => id)
        for (const [round, batch] of rounds.entries()) {
          const at = round < 3 ? now : later(closing, { hours: (round - 3) * 6 })
          const outcomes = await Promise.all((await deeds(batch, lots, at)).map((command) => write(db, command)))
          done += outcomes.filter((outcome) => !isRefusal(outcome)).length
          await expectInvariants()
        }
      },
    ),
    { numRuns: 5, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(60)
}, 120_000)
