import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeHandoverCode, proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import { countStock } from '#app/domain/handovers/count-stock.server.ts'
import { mergeStock } from '#app/domain/handovers/merge-stock.server.ts'
import { offerFromStock } from '#app/domain/handovers/offer-from-stock.server.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { splitStock } from '#app/domain/handovers/split-stock.server.ts'
import { weighing } from '#app/domain/handovers/weigh-record.ts'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Trx } from '#db/database.ts'
import type { Grade, ListingRow } from '#db/schema/listings.ts'
import { ledger } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { Tally } from '../support/model/tally.ts'
import { expectSoundStock } from '../support/stock-steps.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const verbs = [
  'arrive',
  'arrive',
  'split',
  'merge',
  'count',
  'offer',
  'offer',
  'hand',
  'hand',
  'correct',
  'withdraw',
  'replay',
] as const

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  which: fc.nat({ max: 40 }),
  other: fc.nat({ max: 40 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  grade: fc.constantFrom<Grade>('A', 'A', 'B', 'C', 'D', 'E'),
  grams: fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 9 })),
  flag: fc.boolean(),
})
type Step = {
  verb: (typeof verbs)[number]
  which: number
  other: number
  quantity: number
  grade: Grade
  grams: number
  flag: boolean
}

type Command = (trx: Trx) => Promise<unknown>

/** A step as a command with all its parts fixed, so that it can be sent again to the letter. Undefined where nothing is there for it. */
async function commandOf(one: Step, at: string): Promise<Command | undefined> {
  const dario = actOf('dario', at)
  const lots = await db
    .selectFrom('stock_lots')
    .select(['id', 'quantity'])
    .where('hub_id', '=', 'oz')
    .orderBy('id')
    .execute()
  const [lot, other] = [lots[one.which % (lots.length || 1)], lots[one.other % (lots.length || 1)]]
  const key = newId()
  const grams = one.grade === 'E' ? null : one.grams
  if (one.verb === 'arrive') return arrival(one, at)
  if (one.verb === 'hand') return leaving(one, at)
  if (one.verb === 'correct') return correction(one, at)
  if (one.verb === 'withdraw') return withdrawal(one, at)
  if (!lot || !other) return undefined
  if (one.verb === 'split') {
    const parts = one.flag
      ? [
          { quantity: 1, grams },
          { quantity: one.quantity, grams: null },
        ]
      : [{ quantity: one.quantity, grams }]
    return (trx) => splitStock(trx, dario, lot.id, { parts, key })
  }
  if (one.verb === 'merge') return (trx) => mergeStock(trx, dario, lot.id, { from: other.id, key })
  if (one.verb === 'offer') {
    const words = { title: 'Dal magazzino', description: '', condition: null, must_go_by: null } as const
    const quantity = one.flag ? lot.quantity : one.quantity
    return (trx) => offerFromStock(trx, dario, lot.id, { ...words, quantity, allocation_rule: 'donor_picks', key })
  }
  const reason = (['counted', 'missing', 'broken'] as const)[one.other % 3] ?? 'counted'
  const grade = one.grade === 'E' ? 'C' : one.grade
  const quantity = one.flag ? one.quantity : Math.max(0, lot.quantity - (one.other % 3))
  return (trx) => countStock(trx, dario, lot.id, { quantity, grams: quantity === 0 ? 0 : grams, grade, reason, key })
}

async function arrival(one: Step, at: string): Promise<Command> {
  const metal = {
    material_key: 'metal.steel',
    weight_grade: 'E',
    weight_low_g: null,
    weight_typ_g: null,
    weight_high_g: null,
  } as const
  const listing = await given.listing(one.other % 3 === 0 ? metal : {})
  const claim = await given.claim({
    listing_id: listing.id,
    claimant_id: 'dario',
    hub_id: 'oz',
    party_key: 'oz',
    state: 'scheduled',
  })
  return handover(claim.id, { ...one, quantity: Math.min(one.quantity, 8) }, at, { giver: 'ada', taker: 'dario' })
}

/** What is offered from stock goes to Bruno or to the other hub. */
async function leaving(one: Step, at: string): Promise<Command | undefined> {
  const offers = await offersFromStock()
  const listing = offers[one.which % (offers.length || 1)]
  const free = listing ? listing.total - listing.held - listing.collected - listing.written_off : 0
  if (!listing || free < 1) return undefined
  const party =
    one.other % 4 === 0
      ? { claimant_id: 'pia', hub_id: 'borgata', party_key: newId() }
      : { claimant_id: 'bruno', party_key: newId() }
  const wanted = Math.min(free, one.quantity)
  const claim = await given.claim({ listing_id: listing.id, state: 'scheduled', qty_wanted: wanted, ...party })
  return handover(claim.id, { ...one, quantity: wanted }, at, { giver: 'dario', taker: party.claimant_id as Neighbour })
}

function offersFromStock(): Promise<ListingRow[]> {
  const listings = db
    .selectFrom('listings')
    .selectAll('listings')
    .innerJoin('stock_offers', 'stock_offers.listing_id', 'listings.id')
  return listings.where('listings.state', '=', 'live').orderBy('listings.id').execute()
}

function handover(
  claimId: string,
  { grade, grams, quantity }: Step,
  at: string,
  { giver, taker }: { giver: Neighbour; taker: Neighbour },
): Command {
  const weight = { grade, typ_g: grade === 'E' ? null : grams, tare_g: 0, device: '', photo_hash: null }
  const key = newId()
  return async (trx) => {
    await makeHandoverCode(trx, actOf(taker, at), claimId)
    const code = (await proofOfClaim(trx, claimId, 'taker'))?.code ?? 'GONE22'
    const said = {
      quantity,
      condition: 'as_described',
      note: '',
      idempotency_key: key,
      code,
      ...weight,
    } as const
    const recorded = await recordHandover(trx, actOf(giver, at), claimId, said)
    if (!('handover' in recorded) || !recorded.handover) return recorded
    return confirmHandover(trx, actOf(taker, at), recorded.handover.id)
  }
}

async function correction(one: Step, at: string): Promise<Command | undefined> {
  const handovers = await db
    .selectFrom('handovers')
    .select('id')
    .where('state', '=', 'confirmed')
    .orderBy('id')
    .execute()
  const handed = handovers[one.which % (handovers.length || 1)]
  const weighed = weighing({ grade: one.grade, typ_g: one.grade === 'E' ? null : one.grams })
  const reason = one.flag ? 'not_collected' : 'weighed_later'
  return handed && ((trx) => correctHandover(trx, actOf('elena', at), handed.id, weighed, reason))
}

async function withdrawal(one: Step, at: string): Promise<Command | undefined> {
  const offers = await offersFromStock()
  const listing = offers[one.which % (offers.length || 1)]
  return listing && ((trx) => endListing(trx, actOf('dario', at), listing.id, 'withdrawn'))
}

/** Everything a replay may not change. */
async function everything() {
  const [lots, moves, entries] = [
    db.selectFrom('stock_lots'),
    db.selectFrom('stock_moves'),
    db.selectFrom('mass_ledger'),
  ]
  return JSON.stringify([
    await lots.selectAll().orderBy('id').execute(),
    await moves.selectAll().orderBy('id').execute(),
    await entries.select('id').orderBy('seq').execute(),
  ])
}

const runs = Number(process.env['STOCK_SEQUENCES'] ?? 15)

test('whatever arrives, is split, merged, counted, offered, handed over and put right, stock and ledger are one', async () => {
  const tally = new Tally()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 32 }), async (steps) => {
      await freshWorld()
      let at = now
      let last: Command | undefined
      for (const one of steps) {
        at = later(at, { minutes: 10 })
        const before = one.verb === 'replay' ? await everything() : ''
        const command = one.verb === 'replay' ? last : await commandOf(one, at)
        if (!command) continue
        const outcome = await write(db, command)
        tally.count(one.verb, !isRefusal(outcome))
        if (one.verb === 'replay') expect(await everything()).toBe(before)
        else last = isRefusal(outcome) || one.verb === 'withdraw' ? undefined : command
        await expectInvariants()
        await expectSoundStock()
      }
    }),
    { numRuns: runs, seed: 20_261_130 },
  )
  process.stdout.write(`stock: ${tally}\n`)
  for (const verb of verbs) expect(tally.done(verb), `${verb} was done`).toBeGreaterThan(3)
  expect((await ledger()).length).toBeGreaterThan(0)
}, 300_000)
