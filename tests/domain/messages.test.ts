import { beforeEach, describe, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { isPhotoUsed, photosInUse } from '#app/domain/listings/photos.read.server.ts'
import { markMessagesRead } from '#app/domain/messages/mark-messages-read.server.ts'
import { type Note, openQuestion } from '#app/domain/messages/message.ts'
import type { MessageAsk } from '#app/domain/messages/message-ask.ts'
import { firstIdAt, readOnFrom } from '#app/domain/messages/message-cursor.ts'
import { messagesFrom, threadFor, unreadByClaim } from '#app/domain/messages/messages.read.server.ts'
import { writeMessage } from '#app/domain/messages/write-message.server.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

let claimId: string
beforeEach(async () => {
  await freshWorld()
  claimId = (await given.claim({ listing_id: (await given.listing()).id })).id
})

let keys = 0
const ask = (text: string, facts: Partial<MessageAsk> = {}): MessageAsk => {
  keys += 1
  return { text, phrase: undefined, key: `key-${keys}-of-the-test`, is_sure: false, ...facts }
}
const shot = { hash: 'a'.repeat(32), width: 800, height: 600, thumbhash: '' }

function say(who: Neighbour, what: MessageAsk | string, at = now, photos = [] as (typeof shot)[]) {
  const asked = typeof what === 'string' ? ask(what) : what
  return write(db, (trx) => writeMessage(trx, actOf(who, at), claimId, asked, photos))
}

async function said(who: Neighbour, what: MessageAsk | string, at = now) {
  const outcome = await say(who, what, at)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome.id
}

const read = (who: Neighbour, upTo: string, at = now) =>
  write(db, (trx) => markMessagesRead(trx, actOf(who, at), claimId, upTo))
const seenBy = (who: Neighbour, at = now) => threadFor(db, actOf(who).by, claimId, { now: at })
const noticesOf = (who: Neighbour) =>
  db.selectFrom('notices').selectAll().where('member_id', '=', who).where('kind', '=', 'message-received').execute()

describe('a thread', () => {
  test('is read and written by donor, claimant and the lot’s coordinators, each on their side', async () => {
    await said('bruno', 'Buongiorno, sono al piano terra?')
    await said('ada', 'Sì, in cortile.')
    await said('dario', 'Passo anch’io alle dieci.')
    const thread = await seenBy('ada')
    expect(thread?.notes.map(({ side, name, is_mine }) => [side, name, is_mine])).toEqual([
      ['claimant', 'Bruno S.', false],
      ['donor', 'Ada F.', true],
      ['coordinator', 'Dario M.', false],
    ])
    expect([(await seenBy('bruno'))?.side, (await seenBy('dario'))?.side]).toEqual(['claimant', 'coordinator'])
  })

  test('does not exist for anybody else', async () => {
    expect(await say('gina', 'Ciao')).toEqual({ refused: 'no-such-claim' })
    expect(await say('pia', 'Coordino un’altra officina')).toEqual({ refused: 'no-such-claim' })
    expect(await seenBy('gina')).toBeUndefined()
    expect(await read('chiara', firstIdAt(Date.now()))).toEqual({ refused: 'no-such-claim' })
  })

  test('belongs to the members of an organisation that gives or asks', async () => {
    const lot = await given.listing({ donor_id: 'ada', organisation_id: 'edilferro' })
    claimId = (await given.claim({ listing_id: lot.id, claimant_id: 'chiara', organisation_id: 'scuola' })).id
    await said('ivo', 'Vi aspettiamo.')
    expect((await seenBy('chiara'))?.notes[0]).toMatchObject({ side: 'donor', name: 'Ivo R.' })
  })

  test('stays open for thirty days after the claim ended, then it is only read', async () => {
    const ended_at = later(now, { days: -30 })
    claimId = (await given.claim({ listing_id: (await given.listing()).id, state: 'declined', ended_at })).id
    expect(await say('bruno', 'Grazie lo stesso', later(ended_at, { days: 29 }))).toHaveProperty('id')
    expect(await say('bruno', 'Sono ancora qui', now)).toEqual({ refused: 'thread-closed' })
    expect(await seenBy('bruno')).toMatchObject({ may_write: false, notes: [{ text: 'Grazie lo stesso' }] })
  })
})

describe('a message', () => {
  test('sent twice with one key is there once, and two at the same time as well', async () => {
    const one = ask('Arrivo alle nove.')
    const first = await say('bruno', one)
    expect(await say('bruno', one)).toEqual(first)
    const two = ask('Anzi, alle dieci.')
    const ids = await Promise.all([say('bruno', two), say('bruno', two), say('bruno', two)])
    expect(new Set(ids.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect((await seenBy('ada'))?.notes.map(({ text }) => text)).toEqual(['Arrivo alle nove.', 'Anzi, alle dieci.'])
  })

  test('of other words under a key that was used is not swallowed', async () => {
    const one = ask('Arrivo alle nove.')
    await said('bruno', one)
    expect(await say('bruno', { ...one, text: 'Non vengo più.' })).toEqual({ refused: 'already-sent' })
  })

  test('is one of thirty in ten minutes at most, by member and by thread', async () => {
    for (let n = 0; n < 30; n += 1) await said('bruno', `Tavola ${n}`)
    expect(await say('bruno', 'E un’altra')).toEqual({ refused: 'too-many-messages' })
    expect(await say('ada', 'Piano')).toHaveProperty('id')
    expect(await say('bruno', 'E un’altra', later(now, { minutes: 11 }))).toHaveProperty('id')
  })

  test('that seems to give a number away is refused once before confirmation, and goes when its writer is sure', async () => {
    const words = ask('Chiamami: 338 123 4567, ada@example.org')
    expect(await say('bruno', words)).toEqual({ refused: 'private-details', found: ['phone', 'email'] })
    expect((await seenBy('bruno'))?.notes).toEqual([])
    expect(await say('bruno', { ...words, is_sure: true })).toHaveProperty('id')
  })

  test('may give numbers freely once the claim is confirmed', async () => {
    claimId = (await given.claim({ listing_id: (await given.listing()).id, state: 'confirmed' })).id
    expect(await say('ada', 'Via Nomentana 411, 06 5550 0111')).toHaveProperty('id')
  })

  test('keeps its photos from the sweep, until its writer leaves for good', async () => {
    expect(await isPhotoUsed(db, shot.hash)).toBe(false)
    await say('bruno', 'Così', now, [shot])
    expect((await seenBy('ada'))?.notes[0]?.photos).toEqual([shot])
    expect([await isPhotoUsed(db, shot.hash), (await photosInUse(db)).has(shot.hash)]).toEqual([true, true])

    await say('bruno', ask('', { phrase: 'still-there' }))
    await write(db, (trx) => eraseAccount(trx, actOf('bruno')))
    expect(await isPhotoUsed(db, shot.hash)).toBe(false)
    expect((await seenBy('ada'))?.notes).toMatchObject([
      { text: '', photos: [], name: 'Membro C.' },
      { phrase: 'still-there' },
    ])
  })
})

describe('a quick question', () => {
  const note = (side: Note['side'], phrase: string | null) =>
    ({ side, phrase, kind: phrase?.includes('.') ? 'answer' : phrase ? 'question' : 'text' }) as const

  test('is kept as what it is, so that each reads it in their language', async () => {
    await said('bruno', ask('', { phrase: 'van-access' }))
    await said('ada', ask('', { phrase: 'van-access.small-van' }))
    expect((await seenBy('bruno'))?.notes.map(({ kind, phrase, text }) => [kind, phrase, text])).toEqual([
      ['question', 'van-access', ''],
      ['answer', 'van-access.small-van', ''],
    ])
  })

  test('waits for the other side until one of its answers is given', () => {
    const asked = [note('claimant', 'still-there'), note('donor', null)]
    expect(openQuestion(asked, 'donor')).toBe('still-there')
    expect(openQuestion(asked, 'claimant')).toBeUndefined()
    expect(openQuestion([...asked, note('donor', 'van-access.yes')], 'donor')).toBe('still-there')
    expect(openQuestion([...asked, note('donor', 'still-there.no')], 'donor')).toBeUndefined()
  })
})

describe('reading', () => {
  test('is counted by claim, is told to the writer, and never goes back', async () => {
    const first = await said('bruno', 'Uno')
    const second = await said('bruno', 'Due')
    expect(await unreadByClaim(db, actOf('ada').by, [claimId])).toEqual(new Map([[claimId, 2]]))
    expect(await unreadByClaim(db, actOf('bruno').by, [claimId])).toEqual(new Map())
    await read('ada', second)
    await read('ada', first)
    expect((await seenBy('bruno'))?.others_read_to).toBe(second)
    expect((await seenBy('ada'))?.unread).toBe(0)
  })

  test('goes no further than the thread does', async () => {
    const only = await said('bruno', 'Uno')
    await read('ada', 'ffffffff-ffff-7fff-bfff-ffffffffffff')
    expect((await seenBy('bruno'))?.others_read_to).toBe(only)
  })

  test('goes on a little before the last message known, for what another process committed late', async () => {
    const first = await said('bruno', 'Uno')
    const second = await said('bruno', 'Due')
    const ids = (await messagesFrom(db, [claimId], readOnFrom(second))).map(({ id }) => id)
    expect(ids).toEqual([first, second])
    expect(await messagesFrom(db, [claimId], firstIdAt(Date.parse(now) + 60_000))).toEqual([])
    expect([readOnFrom('nonsense'), readOnFrom('')]).toEqual(['', ''])
  })
})

describe('a notice', () => {
  test('of ten messages is one, until they are read; then the next is another', async () => {
    let last = ''
    for (let n = 0; n < 10; n += 1) last = await said('bruno', `Tavola ${n}`)
    expect(await noticesOf('ada')).toMatchObject([{ subject: 'claim', subject_id: claimId, seen_at: null }])
    await read('ada', last, later(now, { minutes: 1 }))
    expect(await noticesOf('ada')).toMatchObject([{ seen_at: later(now, { minutes: 1 }) }])
    await say('bruno', 'Dopo', later(now, { minutes: 5 }))
    await say('bruno', 'Ancora', later(now, { minutes: 6 }))
    expect(await noticesOf('ada')).toHaveLength(2)
  })

  test('does not go to whoever wrote, nor to whoever has the thread before them', async () => {
    const first = await said('bruno', 'Ci sei?')
    await read('ada', first, later(now, { minutes: 1 }))
    await say('bruno', 'Ti vedo', later(now, { minutes: 1.5 }))
    expect(await noticesOf('bruno')).toEqual([])
    expect(await noticesOf('ada')).toHaveLength(1)
    await say('bruno', 'Non più', later(now, { minutes: 3 }))
    expect(await noticesOf('ada')).toHaveLength(2)
  })

  test('goes to a coordinator once they are part of the talk', async () => {
    await said('bruno', 'C’è posto per un furgone?')
    expect(await noticesOf('dario')).toEqual([])
    await said('dario', 'Sì, davanti.')
    await say('bruno', 'Grazie', later(now, { minutes: 5 }))
    expect(await noticesOf('dario')).toHaveLength(1)
    await db.deleteFrom('hub_coordinators').where('member_id', '=', 'dario').execute()
    await read('dario', '', later(now, { minutes: 6 }))
    await say('bruno', 'Ci sei?', later(now, { minutes: 20 }))
    expect(await noticesOf('dario')).toHaveLength(1)
  })
})
