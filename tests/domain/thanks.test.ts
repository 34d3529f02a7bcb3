import { beforeEach, describe, expect, test } from 'vitest'
import { removeThanks } from '#app/domain/handovers/remove-thanks.server.ts'
import { thank } from '#app/domain/handovers/thank.server.ts'
import { thanksOfHandover, thanksToMember, thanksToOrganisation } from '#app/domain/handovers/thanks.read.server.ts'
import { asThanksNote } from '#app/domain/handovers/thanks.ts'
import { ThanksAsk } from '#app/domain/handovers/thanks-ask.ts'
import { later } from '#app/domain/instant.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { handOver, promised, promisedBoards, record } from '../support/handover-steps.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const say = (handoverId: string, who: Neighbour, text = 'Gentile e puntuale.') =>
  write(db, (trx) => thank(trx, actOf(who), handoverId, text))
const remove = (thanksId: string, who: Neighbour, at = now) =>
  write(db, (trx) => removeThanks(trx, actOf(who, at), thanksId))
const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text)

async function met() {
  const { claim } = await promisedBoards()
  return (await handOver(claim)).handover
}

async function thanked() {
  const handover = await met()
  const outcome = await say(handover.id, 'bruno')
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return { handover, note: outcome.thanks }
}

describe('leaving a note', () => {
  test('each of the two writes the other one, who is told once', async () => {
    const handover = await met()
    await say(handover.id, 'bruno', 'Grazie delle tavole.')
    await say(handover.id, 'ada', 'Torna quando vuoi.')
    expect(texts(await thanksOfHandover(db, handover.id)).sort()).toEqual([
      'Grazie delle tavole.',
      'Torna quando vuoi.',
    ])
    expect(texts(await thanksToMember(db, 'ada'))).toEqual(['Grazie delle tavole.'])
    const told = await db
      .selectFrom('notices')
      .select(['member_id', 'subject_id'])
      .where('kind', '=', 'thanks-received')
      .orderBy('member_id')
      .execute()
    expect(told).toEqual([
      { member_id: 'ada', subject_id: handover.id },
      { member_id: 'bruno', subject_id: handover.id },
    ])
  })

  test('once: a second one, or the same form sent twice, is refused', async () => {
    const handover = await met()
    const outcomes = await Promise.all([say(handover.id, 'bruno'), say(handover.id, 'bruno', 'Ancora.')])
    expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'already-thanked' }])
    expect(await thanksOfHandover(db, handover.id)).toHaveLength(1)
  })

  test('nobody else, not before both have confirmed, and not to who has left', async () => {
    const { claim } = await promisedBoards()
    const recorded = await record(claim)
    if (!('handover' in recorded)) throw new Error('not recorded')
    expect(await say(recorded.handover.id, 'bruno')).toEqual({ refused: 'not-confirmed' })
    const handover = await met()
    for (const who of ['dario', 'gina', 'elena'] as const)
      expect(await say(handover.id, who)).toEqual({ refused: 'not-yours' })
    expect(await say('none', 'bruno')).toEqual({ refused: 'no-such-handover' })
    await write(db, (trx) => eraseAccount(trx, actOf('ada')))
    expect(await say(handover.id, 'bruno')).toEqual({ refused: 'member-left' })
  })

  test('500 characters at most, and more than a blank', () => {
    expect(ThanksAsk.safeParse({ text: 'a'.repeat(500) }).success).toBe(true)
    expect(ThanksAsk.safeParse({ text: 'a'.repeat(501) }).success).toBe(false)
    expect(ThanksAsk.safeParse({ text: '   ' }).success).toBe(false)
  })
})

describe('who reads it', () => {
  test('anyone, with a first name and no more', async () => {
    const { note } = await thanked()
    const [row] = await thanksToMember(db, 'ada')
    if (!row) throw new Error('no note')
    expect(asThanksNote(row, undefined, now)).toEqual({
      id: note.id,
      text: 'Gentile e puntuale.',
      name: 'Bruno',
      written_at: now,
      may_remove: false,
    })
  })

  test('what was done for an organisation is told on its profile, not on the member’s own', async () => {
    const claim = await promised(await given.listing(), { organisation_id: 'bottega', party_key: 'bottega' })
    const { handover } = await handOver(claim)
    await say(handover.id, 'ada', 'Bella bottega.')
    expect(texts(await thanksToOrganisation(db, 'bottega'))).toEqual(['Bella bottega.'])
    expect(await thanksToMember(db, 'bruno')).toEqual([])
    expect(await thanksToOrganisation(db, 'scuola')).toEqual([])
  })
})

describe('taking it back', () => {
  test('its author has a day, the lot’s coordinators all the time, others none', async () => {
    const { handover, note } = await thanked()
    expect(await remove(note.id, 'ada')).toEqual({ refused: 'not-yours' })
    expect(await remove(note.id, 'pia')).toEqual({ refused: 'not-yours' })
    expect(await remove(note.id, 'bruno', later(now, { days: 1 }))).toEqual({ refused: 'too-late' })
    expect(await remove(note.id, 'bruno', later(now, { hours: 23 }))).toEqual({
      handover_id: handover.id,
      to_id: 'ada',
    })
    expect(await remove(note.id, 'bruno')).toEqual({ refused: 'no-such-thanks' })
  })

  test('a coordinator removes it weeks later', async () => {
    const { note } = await thanked()
    expect(isRefusal(await remove(note.id, 'dario', later(now, { days: 30 })))).toBe(false)
    expect(await thanksToMember(db, 'ada')).toEqual([])
  })

  test.each(['bruno', 'ada'] as const)('when %s leaves, the note goes with them', async (who) => {
    await thanked()
    await write(db, (trx) => eraseAccount(trx, actOf(who)))
    expect(await db.selectFrom('thanks').select('id').execute()).toEqual([])
  })
})
