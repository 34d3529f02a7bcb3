import { beforeEach, describe, expect, test } from 'vitest'
import { handoverCodeFor, proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { mostWrongTries } from '#app/domain/claims/handover-code.ts'
import { scannedText } from '#app/domain/claims/handover-proof.ts'
import { tells } from '#app/domain/claims/handover-verifier.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { verifiersOf } from '#app/domain/handovers/verifiers.read.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import { codeOf, confirm, ledger, promisedBoards, record, weighed } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, now } from '../support/world.ts'

beforeEach(freshWorld)

/** Dario’s van fetches eight of Ada’s boards for the stock of Officine Zero. */
const forTheHub = () => promisedBoards({}, { claimant_id: 'dario', hub_id: 'oz', party_key: 'oz' })
const photo = 'f'.repeat(32)
const noCode = { code: '', proof_photo_hash: photo } as const

async function recorded(claim: ClaimRow, facts: Parameters<typeof record>[1], act = actOf('ada')) {
  const outcome = await record(claim, facts, act)
  if (!('handover' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.handover
}

describe('a hub’s driver at the donor’s door', () => {
  test('writes it down with the donor’s code, and the donor confirms', async () => {
    const { claim } = await forTheHub()
    const code = await codeOf(claim.id, 'giver')
    const handover = await recorded(claim, { code }, actOf('dario'))
    expect(handover).toMatchObject({ recorded_side: 'taker', code_given: 'typed', giver_confirmed_at: null })
    expect(handover.taker_confirmed_at).toBe(now)
    const told = await db.selectFrom('notices').select(['member_id', 'kind']).execute()
    expect(told).toEqual([{ member_id: 'ada', kind: 'handover-recorded' }])
    expect(await confirm(handover.id, 'dario')).toEqual({ refused: 'not-yours' })
    expect(await confirm(handover.id, 'ada')).toMatchObject({
      handover: { state: 'confirmed', answered_by: 'ada', giver_confirmed_at: now },
    })
    expect(await ledger()).toHaveLength(1)
    await expectInvariants()
  })

  test('scans it too', async () => {
    const { claim } = await forTheHub()
    const proof = await proofOfClaim(db, claim.id, 'giver')
    const code = scannedText(claim.id, proof?.tag ?? '')
    expect(await recorded(claim, { code }, actOf('dario'))).toMatchObject({ code_given: 'scanned' })
  })

  test('gets nowhere with the code the hub itself holds', async () => {
    const { claim } = await forTheHub()
    const own = await codeOf(claim.id, 'taker')
    expect(await record(claim, { code: own }, actOf('dario'))).toMatchObject({ wrong_code: true })
    expect(await db.selectFrom('handover_codes').select(['wrong_tries', 'giver_wrong_tries']).execute()).toEqual([
      { wrong_tries: 0, giver_wrong_tries: 1 },
    ])
  })

  test('each side is shown its own code, and no other', async () => {
    const { claim } = await forTheHub()
    const shown = async (who: 'ada' | 'dario' | 'gina') => await handoverCodeFor(db, actOf(who).by, claim.id)
    expect(await shown('ada')).toMatchObject({ holder: 'giver', code: await codeOf(claim.id, 'giver') })
    expect(await shown('dario')).toMatchObject({ holder: 'taker', code: await codeOf(claim.id, 'taker') })
    expect(await shown('gina')).toBeUndefined()
    const { claim: plain } = await promisedBoards()
    expect(await handoverCodeFor(db, actOf('ada').by, plain.id)).toBeUndefined()
  })

  test('takes along what tells the donor’s code, never the code', async () => {
    const { claim } = await forTheHub()
    const { claim: plain } = await promisedBoards()
    const [forHub, forBruno] = await verifiersOf(db, actOf('dario').by, [claim.id, plain.id, 'unknown'])
    if (!forHub || !forBruno) throw new Error('two were asked for')
    expect(await tells(forHub, await codeOf(claim.id, 'giver'))).toEqual({ how: 'typed', is_right: true })
    expect(await tells(forHub, await codeOf(claim.id, 'taker'))).toEqual({ how: 'typed', is_right: false })
    expect(await tells(forBruno, await codeOf(plain.id, 'taker'))).toEqual({ how: 'typed', is_right: true })
    expect(await verifiersOf(db, actOf('gina').by, [claim.id, plain.id])).toEqual([])
    expect(await verifiersOf(db, actOf('bruno').by, [plain.id])).toEqual([])
  })
})

describe('a code from before there were secrets', () => {
  test('is good until it is used', async () => {
    const { claim } = await promisedBoards()
    await db.updateTable('handover_codes').set({ code: 'OLD222' }).execute()
    expect(await handoverCodeFor(db, actOf('bruno').by, claim.id)).toMatchObject({ code: 'OLD222' })
    expect(await record(claim, { code: 'old 222' })).toHaveProperty('handover')
  })
})

describe('where the other is not there', () => {
  test('a picture will do, and neither picture nor code will not', async () => {
    const { claim } = await promisedBoards()
    expect(await record(claim, { code: '' })).toEqual({ refused: 'no-proof' })
    const handover = await recorded(claim, noCode)
    expect(handover).toMatchObject({ code_given: null, proof_photo_hash: photo, object_by: later(now, { days: 3 }) })
    const [notice] = await db.selectFrom('notices').select('details').where('member_id', '=', 'bruno').execute()
    expect(JSON.parse(notice?.details ?? '')).toMatchObject({ object_by: handover.object_by })
    expect(await ledger()).toEqual([])
    expect(await confirm(handover.id)).toMatchObject({ handover: { state: 'confirmed', silent_side: null } })
  })

  test('whoever takes writes it down with a picture, and the donor may object', async () => {
    const { claim } = await promisedBoards()
    const handover = await recorded(claim, noCode, actOf('bruno'))
    expect(handover).toMatchObject({ recorded_side: 'taker', recorded_by: 'bruno' })
    expect(await write(db, (trx) => objectToHandover(trx, actOf('bruno'), handover.id, 'no'))).toEqual({
      refused: 'not-yours',
    })
    await write(db, (trx) => objectToHandover(trx, actOf('ada'), handover.id, 'Erano sei'))
    expect(await ledger()).toEqual([])
    const told = await db
      .selectFrom('notices')
      .select('member_id')
      .where('kind', '=', 'handover-objected')
      .orderBy('member_id')
      .execute()
    expect(told.map(({ member_id }) => member_id)).toEqual(['bruno', 'dario'])
  })
})

describe('sent later, by a phone that had no network', () => {
  test('it keeps when it happened, and what the phone said', async () => {
    const { claim } = await promisedBoards({}, { confirmed_at: later(now, { days: -2 }) })
    const act = actOf('ada', now)
    const happened_at = later(now, { hours: -5 })
    const said = {
      happened_at: later(happened_at, { hours: 1 }),
      sent_at_phone: later(now, { hours: 1 }),
      wrong_tries: 2,
    }
    const handover = await recorded(claim, said, act)
    expect(handover).toMatchObject({ happened_at, recorded_at: now, object_by: later(now, { days: 3 }) })
    expect(JSON.parse(handover.details)).toMatchObject({ shift_ms: -3_600_000, wrong_tries: 2 })
    expect(await db.selectFrom('handover_codes').select('wrong_tries').execute()).toEqual([{ wrong_tries: 2 }])
    expect(await confirm(handover.id)).toMatchObject({ entry: { effective_at: happened_at, recorded_at: now } })
  })

  test('not before it was promised, not in the future', async () => {
    const { claim } = await promisedBoards({}, { confirmed_at: later(now, { days: -2 }) })
    expect(await record(claim, { happened_at: later(now, { days: -3 }) })).toEqual({ refused: 'before-promise' })
    expect(await record(claim, { happened_at: later(now, { minutes: 5 }) })).toEqual({ refused: 'not-yet' })
  })

  test('wrong codes counted on the phone leave fewer here', async () => {
    const { claim } = await promisedBoards()
    expect(await record(claim, { code: 'WRONG2', wrong_tries: 8 })).toEqual({ wrong_code: true, tries_left: 1 })
    expect(await record(claim, { code: 'WRONG2', wrong_tries: mostWrongTries })).toEqual({
      wrong_code: true,
      tries_left: 0,
    })
    expect(await record(claim)).toEqual({ refused: 'too-many-wrong-codes' })
  })

  test('two phones: the second is told who wrote what, and when', async () => {
    const { claim } = await promisedBoards()
    const first = await recorded(claim, {}, actOf('ada'))
    const second = await record(claim, { quantity: 6 }, actOf('dario', later(now, { hours: 2 })))
    const earlier = { handover_id: first.id, quantity: 8, recorded_at: now, happened_at: now }
    expect(second).toMatchObject({ refused: 'already-recorded', earlier })
  })

  test('an old form, sent once more after an objection and a new record, changes nothing', async () => {
    const { claim } = await promisedBoards()
    const old = await weighed(claim)
    const first = await recorded(claim, old)
    await write(db, (trx) => objectToHandover(trx, actOf('bruno'), first.id, 'Erano sei'))
    await recorded(claim, { quantity: 6 })
    await write(db, (trx) => objectToHandover(trx, actOf('bruno'), first.id, 'Erano cinque'))
    const before = await db.selectFrom('handovers').selectAll().execute()
    expect(await record(claim, old)).toEqual({ handover: before[0] })
    expect(await db.selectFrom('handovers').selectAll().execute()).toEqual(before)
  })

  test('a form of one claim does not serve for another', async () => {
    const { claim } = await promisedBoards()
    const { claim: other } = await promisedBoards({ title: 'Porte' })
    const idempotency_key = newId()
    await recorded(claim, { idempotency_key })
    expect(await record(other, { idempotency_key })).toEqual({ refused: 'key-of-another' })
  })
})
