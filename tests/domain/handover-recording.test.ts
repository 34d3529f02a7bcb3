import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { renewHandoverCode } from '#app/domain/claims/handover-code.server.ts'
import { mostWrongTries } from '#app/domain/claims/handover-code.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { write } from '#app/domain/write.server.ts'
import { codeOf, ledger, promised, promisedBoards, record, weighed } from '../support/handover-steps.ts'
import { actOf, db, freshWorld, given } from '../support/world.ts'

beforeEach(freshWorld)

const notices = (member_id: string) =>
  db.selectFrom('notices').select(['kind', 'subject_id']).where('member_id', '=', member_id).execute()

test('the donor writes down eight boards, and Bruno is asked whether it is so; nothing counts yet', async () => {
  const { claim } = await promisedBoards()
  const recorded = await record(claim)
  expect(recorded).toMatchObject({
    handover: { state: 'recorded', quantity: 8, giver_id: 'ada', taker_id: 'bruno', taker_confirmed_at: null },
  })
  const { handover } = recorded as { handover: { id: string } }
  expect(await notices('bruno')).toEqual([{ kind: 'handover-recorded', subject_id: handover.id }])
  expect(await ledger()).toEqual([])
  expect(await db.selectFrom('claims').select('state').executeTakeFirst()).toEqual({ state: 'scheduled' })
})

test('a code reads the same in small letters, with a space or a dash', async () => {
  const { claim, listing } = await promisedBoards()
  const code = await codeOf(claim.id)
  expect(await record(claim, { code: ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}` })).toHaveProperty(
    'handover',
  )
  const other = await promised(listing, { claimant_id: 'gina' })
  const otherCode = await codeOf(other.id)
  expect(await record(other, { code: `${otherCode.slice(0, 3)}-${otherCode.slice(3)}` })).toHaveProperty('handover')
})

test('the same form sent twice is one handover', async () => {
  const { claim } = await promisedBoards()
  const ask = await weighed(claim)
  const first = await record(claim, ask)
  expect(await record(claim, ask)).toEqual(first)
  expect(await db.selectFrom('handovers').select('id').execute()).toHaveLength(1)
  expect(await db.selectFrom('weigh_records').select('id').execute()).toHaveLength(1)
})

test('the same form sent five times at once is one handover', async () => {
  const { claim } = await promisedBoards()
  const ask = await weighed(claim)
  const sent = await Promise.all([1, 2, 3, 4, 5].map(() => record(claim, ask)))
  for (const outcome of sent) expect(outcome).toHaveProperty('handover')
  expect(await db.selectFrom('handovers').select('id').execute()).toHaveLength(1)
  expect(await db.selectFrom('handover_codes').select('wrong_tries').executeTakeFirst()).toEqual({ wrong_tries: 0 })
})

// SQLite writes one transaction after the other.
test.runIf(process.env['DATABASE_KIND'] === 'postgres')(
  'the same form, written down right after its key was looked for in vain, is one handover',
  async () => {
    const { claim } = await promisedBoards()
    const ask = await weighed(claim)
    const twin = await write(db, (trx) =>
      recordHandover(
        trx.withPlugin(new After('handover_sendings', () => record(claim, ask))),
        actOf('ada'),
        claim.id,
        ask,
      ),
    )
    expect(twin).toHaveProperty('handover')
    expect(await db.selectFrom('handovers').select('id').execute()).toHaveLength(1)
  },
)

test('another form for the same claim is refused', async () => {
  const { claim } = await promisedBoards()
  await record(claim)
  expect(await record(claim)).toMatchObject({ refused: 'already-recorded', earlier: { by: 'Ada Ferri', quantity: 8 } })
})

test('a wrong code is counted, and after ten only a new one opens', async () => {
  const { claim } = await promisedBoards()
  const right = await codeOf(claim.id)
  for (let left = mostWrongTries - 1; left >= 0; left--) {
    expect(await record(claim, { code: 'WRONG2' })).toEqual({ wrong_code: true, tries_left: left })
  }
  expect(await record(claim, { code: right })).toEqual({ refused: 'too-many-wrong-codes' })
  await write(db, (trx) => renewHandoverCode(trx, actOf('bruno'), claim.id))
  expect(await record(claim)).toHaveProperty('handover')
})

test('guesses sent all at once get no more than ten', async () => {
  const { claim } = await promisedBoards()
  const guesses = await Promise.all(Array.from({ length: 25 }, () => record(claim, { code: 'WRONG2' })))
  expect(guesses.filter((guess) => 'wrong_code' in guess)).toHaveLength(mostWrongTries)
  expect(guesses.filter((guess) => 'refused' in guess && guess.refused === 'too-many-wrong-codes')).toHaveLength(15)
})

test('nobody hands over more than was promised', async () => {
  const { claim } = await promisedBoards()
  expect(await record(claim, { quantity: 9 })).toEqual({ refused: 'more-than-held' })
})

test('a claim that nobody has confirmed has nothing to hand over', async () => {
  const { listing } = await promisedBoards()
  const offered = await given.claim({ listing_id: listing.id, state: 'offered', claimant_id: 'gina' })
  expect(await record(offered, { code: 'ABCDEF' })).toEqual({ refused: 'claim-not-open' })
})

test('only the two sides and the lot’s coordinators write it down, and nobody with their own code', async () => {
  const { claim } = await promisedBoards()
  for (const other of ['chiara', 'pia'] as const) {
    expect(await record(claim, {}, actOf(other)), other).toEqual({ refused: 'not-yours' })
  }
  expect(await record(claim, {}, actOf('bruno'))).toEqual({ refused: 'no-code-there' })
  expect(await record(claim, {}, actOf('dario'))).toMatchObject({ handover: { recorded_by: 'dario', giver_id: 'ada' } })
})

test('a coordinator who takes writes down nothing for the giver', async () => {
  const { claim } = await promisedBoards({}, { claimant_id: 'dario' })
  expect(await record(claim, {}, actOf('dario'))).toEqual({ refused: 'no-code-there' })
})

test('an organisation does not hand over to itself', async () => {
  const { claim } = await promisedBoards(
    { donor_id: 'ivo', organisation_id: 'edilferro' },
    { organisation_id: 'edilferro' },
  )
  expect(await record(claim, {}, actOf('dario'))).toEqual({ refused: 'both-sides' })
})

/** Does something between the first answer about a table and who asked for it. */
class After implements KyselyPlugin {
  #asked: PluginTransformQueryArgs['queryId'] | undefined

  constructor(
    readonly table: string,
    readonly act: () => Promise<unknown>,
  ) {}

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    if (JSON.stringify(node).includes(`"${this.table}"`)) this.#asked ??= queryId
    return node
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs) {
    if (queryId === this.#asked) await this.act()
    return result
  }
}
