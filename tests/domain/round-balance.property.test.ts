import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#app/domain/refusal.ts'
import { goodsAboard } from '#app/domain/rounds/aboard.ts'
import { balanceOf } from '#app/domain/rounds/balance.ts'
import { closeRound, explainDifference } from '#app/domain/rounds/close-round.server.ts'
import type { DeedAsk } from '#app/domain/rounds/deed-ask.ts'
import { movesOf } from '#app/domain/rounds/moves.read.server.ts'
import type { PlannedRound } from '#app/domain/rounds/planned-round.ts'
import { recordDeed } from '#app/domain/rounds/record-deed.server.ts'
import { breakDown } from '#app/domain/rounds/settle-stop.server.ts'
import { write } from '#app/domain/write.server.ts'
import { codeOf } from '#tests/support/handover-steps.ts'
import { Tally } from '#tests/support/model/tally.ts'
import { onTheDay, roundNamed, startedRound } from '#tests/support/round-road.ts'
import { actOf, db, freshWorld } from '#tests/support/world.ts'

const verbs = [
  'collected',
  'collected',
  'collected',
  'delivered',
  'delivered',
  'delivered',
  'hub_in',
  'hub_in',
  'disposed',
  'failed',
  'explain',
  'close',
  'again',
  'break',
] as const

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  which: fc.nat({ max: 5 }),
  grams: fc.oneof(
    { weight: 3, arbitrary: fc.constant(21_000) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40_000 }) },
  ),
})
type Step = { verb: (typeof verbs)[number]; which: number; grams: number }

const sequences = Number(process.env['ROUND_SEQUENCES'] ?? 40)
const dario = actOf('dario', onTheDay)

test('whatever happens on the road, grams are somewhere, nothing happens twice, and only a balanced round closes', async () => {
  const tally = new Tally()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      await freshWorld()
      const { round } = await startedRound({ collection: true })
      const sent: DeedAsk[] = []
      for (const [at, one] of steps.entries()) {
        tally.count(one.verb, await take(round.id, one, { at, sent }))
        tally.count('recurring', await hasRecurring(round.id))
        await expectSound(round.id)
      }
    }),
    { numRuns: sequences, seed: 20261130, endOnFailure: true },
  )
  for (const verb of ['collected', 'delivered', 'hub_in', 'close', 'again', 'recurring'])
    expect(tally.done(verb), tally.toString()).toBeGreaterThan(0)
}, 240_000)

/** What a company gives again and again went aboard too. */
async function hasRecurring(roundId: string) {
  const { stops } = await roundNamed(roundId)
  return stops.some(({ loads }) => loads.some(({ collection_id, state }) => collection_id !== null && state === 'done'))
}

type Sent = { at: number; sent: DeedAsk[] }

/** True when it was done, false when it was refused. */
async function take(roundId: string, one: Step, { at, sent }: Sent) {
  const fresh = await askOf(await roundNamed(roundId), one, at)
  const outcome = await write(db, async (trx) => {
    if (one.verb === 'close') return closeRound(trx, dario, roundId)
    if (one.verb === 'break') return breakDown(trx, dario, roundId)
    if (one.verb === 'explain')
      return explainDifference(trx, dario, roundId, { reason: 'Due bilance', idempotency_key: `difference-${at}` })
    if (one.verb === 'again') {
      const ask = sent[one.which % (sent.length || 1)]
      return ask ? recordDeed(trx, dario, roundId, ask) : { refused: 'nothing' as const }
    }
    return fresh ? recordDeed(trx, dario, roundId, fresh) : { refused: 'nothing' as const }
  })
  if (fresh && !isRefusal(outcome)) sent.push(fresh)
  if (one.verb === 'again' && !isRefusal(outcome)) expect(outcome).toEqual({ deed: 'known' })
  return !isRefusal(outcome)
}

async function askOf(round: PlannedRound, { verb, which, grams }: Step, at: number): Promise<DeedAsk | undefined> {
  const moment = { happened_at: onTheDay, sent_at_phone: onTheDay, idempotency_key: `deed-${at}-${verb}` }
  const stop = round.stops[which % round.stops.length]
  if (verb === 'failed') return stop && { deed: 'failed', stop_id: stop.id, failure: 'no_access', note: '', ...moment }
  const loads = round.stops.flatMap((each) => each.loads)
  const load = loads[which % loads.length]
  if (!load || verb === 'explain' || verb === 'close' || verb === 'again' || verb === 'break') return undefined
  const what = { load_id: load.id, quantity: load.quantity, grams, grade: 'A', photo_hash: null, ...moment } as const
  if (verb === 'hub_in') return { deed: verb, ...what }
  if (verb === 'disposed') return { deed: verb, ...what, reason: 'Marcio' }
  const code = await codeOf(load.claim_id, verb === 'collected' ? 'giver' : 'taker')
  const plain = { proof_photo_hash: null, wrong_tries: 0, tare_g: 0, device: '', note: '' }
  return { deed: verb, ...what, ...plain, code, condition: 'as_described' }
}

async function expectSound(roundId: string) {
  const [round, moves] = [await roundNamed(roundId), await movesOf(db, roundId)]
  const balance = balanceOf(moves)
  const aboard = [...goodsAboard(moves).values()].reduce((sum, { grams }) => sum + grams, 0)
  const left = moves.filter(({ claim_id }) => claim_id !== null && !goodsAboard(moves).has(claim_id))
  const astray = left.reduce(
    (sum, { kind, grams }) => sum + (kind === 'collected' || kind === 'hub_out' ? grams : -grams),
    0,
  )
  expect(balance.open).toBe(aboard + astray - balance.difference)
  for (const load of round.stops.flatMap(({ loads }) => loads)) {
    const came = moves.filter(({ load_id, kind }) => load_id === load.id && kind !== 'hub_in' && kind !== 'disposed')
    expect(came).toHaveLength(load.state === 'done' ? 1 : 0)
  }
  const handed = moves.filter(({ handover_id }) => handover_id !== null).map(({ handover_id }) => handover_id)
  expect(new Set(handed).size).toBe(handed.length)
  if (round.state !== 'closed') return
  expect(balance.open).toBe(0)
  expect(round.stops.filter(({ state }) => state === 'planned')).toEqual([])
}
